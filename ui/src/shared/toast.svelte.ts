/** Short words on what was done, at the edge of the window. */

interface Toast {
  id: number;
  text: string;
  tone: 'done' | 'late';
  undo?: Way;
  /** The place that it is about. */
  go?: Way;
}

interface Way {
  label: string;
  run: () => void;
}

let next = 1;
const shown = $state<Toast[]>([]);

export function toasts(): readonly Toast[] {
  return shown;
}

export function say(text: string, more: Partial<Pick<Toast, 'tone' | 'undo' | 'go'>> = {}): void {
  const toast: Toast = { id: next++, text, tone: 'done', ...more };
  shown.push(toast);
  setTimeout(() => dismiss(toast.id), toast.undo || toast.go || toast.tone === 'late' ? 10_000 : 5_000);
}

export function dismiss(id: number): void {
  const at = shown.findIndex((toast) => toast.id === id);
  if (at >= 0) shown.splice(at, 1);
}
