/** Where on the screen a thing stands that the core names: fields under their own id, papers and letters under theirs. */

import type { Fault, FormView } from '../../ipc/generated/wire';

export function anchor(form: FormView | null, id: string): string {
  if (form?.documents.some((document) => document.id === id)) return `berkas-${id}`;
  if (form?.letters.some((letter) => letter.template === id)) return `surat-${id}`;
  if (form?.fields.some((field) => field.id === id) || form?.warnings.some((warning) => warning.code === id)) return id;
  return id === 'done_at' || id === 'note' ? `langkah-${id}` : `bukti-${id}`;
}

/** Faults as the error summary jumps to them. */
export function anchored(form: FormView | null, faults: readonly Fault[]): Fault[] {
  return faults.map(({ field, text }) => ({ field: anchor(form, field), text }));
}

export function jump(to: string): void {
  const target = document.getElementById(to);
  target?.scrollIntoView({ block: 'center' });
  target?.focus();
}
