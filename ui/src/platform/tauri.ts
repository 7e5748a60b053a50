/** The desktop shell. What the first picture does not need of it is fetched when it is asked for. */

import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { LocalFile, Platform } from './types';

export const tauri: Platform = {
  rpc: (command, args) => invoke<string>('rpc', { command, arguments: args }),

  onEvent(listener) {
    const ends = EVENTS.map((name) => later(listen(name, ({ payload }) => listener(name, payload))));
    return () => ends.forEach((end) => end());
  },

  stopWork: () => invoke('stop_work'),

  async pickFiles({ title, many, endings }) {
    const paths = await invoke<string[]>('pick_files', { title, many, endings });
    return paths.map(local);
  },

  pickFolder: (title) => invoke<string | null>('pick_folder', { title }),

  pickSave: (title, name) => invoke<string | null>('pick_save', { title, name }),

  onDrag: (listener) =>
    later(
      import('@tauri-apps/api/webview').then(({ getCurrentWebview }) =>
        getCurrentWebview().onDragDropEvent(({ payload }) => {
          if (payload.type === 'leave') return listener({ kind: 'leave' });
          const { x, y } = payload.position.toLogical(window.devicePixelRatio);
          if (payload.type === 'drop') listener({ kind: 'drop', x, y, files: payload.paths.map(local) });
          else listener({ kind: 'over', x, y });
        }),
      ),
    ),

  onClose(work) {
    closing ??= import('@tauri-apps/api/window').then(({ getCurrentWindow }) =>
      getCurrentWindow().onCloseRequested(async (event) => {
        await Promise.allSettled([...works].map((work) => work()));
        // Hidden already: the program goes on beside the clock.
        if (await invoke<boolean>('stays_beside')) event.preventDefault();
      }),
    );
    works.add(work);
    return () => works.delete(work);
  },

  closeWindow: () => import('@tauri-apps/api/window').then(({ getCurrentWindow }) => getCurrentWindow().close()),

  viewPlace: (name) => invoke<string>('view_place', { name }),

  openWithViewer: (path) => invoke('open_with_viewer', { path }),
};

/** Names of the wire's `Events`. */
const EVENTS = ['changed', 'progress', 'system-locked'];

/** What is done before the window closes. One subscription for all: the window goes as soon as a subscription is through. */
const works = new Set<() => Promise<void>>();
let closing: Promise<unknown> | undefined;

function local(path: string): LocalFile {
  return { path, name: path.split(/[\\/]/).pop() ?? path };
}

/** Ends a subscription that may not have begun yet. */
function later(subscription: Promise<() => void>): () => void {
  return () => void subscription.then((end) => end());
}
