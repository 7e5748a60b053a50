/** The kinds of letters that the office has, read once for all steps. */

import { call } from '../../ipc/call';
import { Resource } from '../../ipc/resource.svelte';
import { subscribe } from '../../ipc/topics';

export const templates = new Resource(() => call('template_list', {}));

// Another office, or another setup of it, is read when it is next shown.
subscribe(['desk', 'office'], () => templates.clear());
