/** Where on the screen a thing stands that the core names: fields under their own id, papers and letters under theirs. */

import type { Fault, FormView } from '../../ipc/generated/wire';
import { text as words } from '../../text/id';

export function anchor(form: FormView | null, id: string): string {
  if (form?.documents.some((document) => document.id === id)) return `berkas-${id}`;
  if (form?.letters.some((letter) => letter.template === id)) return `surat-${id}`;
  if (form?.fields.some((field) => field.id === id) || form?.warnings.some((warning) => warning.code === id)) return id;
  return id === 'done_at' || id === 'note' ? `langkah-${id}` : `bukti-${id}`;
}

/** Faults as the error summary tells and jumps to them: of what is missing it says what to do. */
export function anchored(form: FormView | null, faults: readonly Fault[]): Fault[] {
  const missing = new Map(form?.missing.map(({ id, kind, label }) => [id, { kind, label }]));
  return faults.map(({ field, text }) => {
    const known = missing.get(field);
    return { field: anchor(form, field), text: known?.label === text ? words.cases.form.toDo(known.kind, text) : text };
  });
}

export function jump(to: string): void {
  const target = document.getElementById(to);
  target?.scrollIntoView({ block: 'center' });
  target?.focus();
}
