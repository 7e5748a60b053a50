/** The one place that knows what the screens run in: the desktop shell, or a browser that speaks to the test host. */

import { http } from './http';
import { tauri } from './tauri';
import type { Platform } from './types';

export type { Drag, LocalFile, PickOptions, Platform } from './types';

const inShell = '__TAURI_INTERNALS__' in window;

export const platform: Platform = inShell ? tauri : http;
