/** Going from a finding to the place that it speaks of. */

/** Shows the field of a part such as `bagian 2, baris 1, teks`, or the nearest part around it. Answers whether there is one. */
export function showPart(within: HTMLElement, part: string): boolean {
  for (let at = part; at; at = at.includes(', ') ? at.slice(0, at.lastIndexOf(', ')) : '') {
    const found = within.querySelector<HTMLElement>(`[data-at="${CSS.escape(at)}"]`);
    if (!found) continue;
    for (let around = found.closest('details'); around; around = around.parentElement?.closest('details') ?? null) around.open = true;
    const field = found.matches('input, select, textarea') ? found : found.querySelector<HTMLElement>('textarea, select, input');
    (field ?? found).focus();
    found.scrollIntoView({ block: 'center' });
    return true;
  }
  return false;
}

/** Selects a line of the text. */
export function showLine(within: HTMLElement, line: number): void {
  const area = within.querySelector('textarea');
  if (!area) return;
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  area.scrollTop = (area.scrollHeight / Math.max(lines.length, 1)) * Math.max(0, line - 4);
}
