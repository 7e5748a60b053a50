/** A browser beside the test host (`tests/devhost`), which stands in for the shell: files travel to it and become paths there. */

import type { LocalFile, Platform } from './types';

export const http: Platform = {
  async rpc(command, args) {
    asked++;
    hearSoon();
    try {
      const answer = await fetch(`/rpc/${command}`, { method: 'POST', body: args });
      const text = await answer.text();
      if (!answer.ok) throw text;
      return text;
    } finally {
      asked--;
      hearSoon();
    }
  },

  onEvent(listener) {
    listeners.add(listener);
    void hear();
    return () => listeners.delete(listener);
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

  /** A tab is closed by whoever opened it. */
  closeWindow: async () => {},

  viewPlace: async (name) => (await fetch(`/upload/${encodeURIComponent(name)}`, { method: 'POST', body: '' })).text(),

  async openWithViewer(path) {
    await fetch(`/viewed?path=${encodeURIComponent(path)}`, { method: 'POST' });
  },
};

/** Milliseconds from a reason to expect events to the question for them. */
const PAUSE = 300;

const listeners = new Set<(name: string, payload: unknown) => void>();
/** Commands under way. */
let asked = 0;
let next = '';
let clock: ReturnType<typeof setTimeout> | undefined;

function hearSoon() {
  clock ??= setTimeout(() => {
    clock = undefined;
    void hear();
  }, PAUSE);
}

/** Asks for events, and again for as long as a command is under way or the host says that more will come: at rest the network is silent. */
async function hear() {
  if (listeners.size === 0) return;
  const answer = await fetch(`/events/${next}`).catch(() => undefined);
  if (!answer?.ok) return;
  const told = (await answer.json()) as { next: number; more: boolean; events: { name: string; payload: unknown }[] };
  next = String(told.next);
  told.events.forEach(({ name, payload }) => listeners.forEach((listener) => listener(name, payload)));
  if (told.more || asked > 0) hearSoon();
}

async function upload(files: FileList | null): Promise<LocalFile[]> {
  const one = async (file: File): Promise<LocalFile> => {
    const answer = await fetch(`/upload/${encodeURIComponent(file.name)}`, { method: 'POST', body: file });
    return { path: await answer.text(), name: file.name };
  };
  return Promise.all([...(files ?? [])].map(one));
}
