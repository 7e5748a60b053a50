/** A browser beside the test host (`tests/devhost`), which stands in for the shell: files travel to it and become paths there. */

import type { LocalFile, Platform } from './types';

/** Milliseconds between two questions for events; long enough for the network to be idle between them. */
const PAUSE = 1_000;

export const http: Platform = {
  async rpc(command, args) {
    const answer = await fetch(`/rpc/${command}`, { method: 'POST', body: args });
    const text = await answer.text();
    if (!answer.ok) throw text;
    return text;
  },

  onEvent(listener) {
    let next = '';
    const hear = async () => {
      const answer = await fetch(`/events/${next}`).catch(() => undefined);
      if (!answer?.ok) return;
      const told = (await answer.json()) as { next: number; events: { name: string; payload: unknown }[] };
      next = String(told.next);
      told.events.forEach(({ name, payload }) => listener(name, payload));
    };
    void hear();
    const clock = setInterval(() => void hear(), PAUSE);
    return () => clearInterval(clock);
  },

  async stopWork() {
    await fetch('/stop', { method: 'POST' });
  },

  pickFiles: ({ many, endings }) =>
    new Promise((resolve) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.multiple = many;
      input.accept = endings.map((ending) => `.${ending}`).join(',');
      input.dataset.testid = 'pick-files';
      input.hidden = true;
      const done = (files: LocalFile[]) => {
        input.remove();
        resolve(files);
      };
      input.addEventListener('change', () => void upload(input.files).then(done));
      input.addEventListener('cancel', () => done([]));
      document.body.append(input);
      input.click();
    }),

  pickFolder: async () => window.prompt('folder'),

  pickSave: async (_title, name) => window.prompt('save', name),

  onDrag(listener) {
    const over = (event: DragEvent) => {
      event.preventDefault();
      listener({ kind: 'over', x: event.clientX, y: event.clientY });
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) listener({ kind: 'leave' });
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const { clientX: x, clientY: y } = event;
      void upload(event.dataTransfer?.files ?? null).then((files) => listener({ kind: 'drop', x, y, files }));
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  },

  onClose(work) {
    const leaving = () => void work();
    window.addEventListener('pagehide', leaving);
    return () => window.removeEventListener('pagehide', leaving);
  },

  viewPlace: async (name) => (await fetch(`/upload/${encodeURIComponent(name)}`, { method: 'POST', body: '' })).text(),

  async openWithViewer(path) {
    await fetch(`/viewed?path=${encodeURIComponent(path)}`, { method: 'POST' });
  },
};

async function upload(files: FileList | null): Promise<LocalFile[]> {
  const one = async (file: File): Promise<LocalFile> => {
    const answer = await fetch(`/upload/${encodeURIComponent(file.name)}`, { method: 'POST', body: file });
    return { path: await answer.text(), name: file.name };
  };
  return Promise.all([...(files ?? [])].map(one));
}
