/** Numbers of persons as screens show them: all but the first and last two characters hidden, as the core does in its lists. */
export function mask(text: string): string {
  const letters = [...text];
  const shown = (at: number) => letters.length > 4 && (at < 2 || at >= letters.length - 2);
  return letters.map((letter, at) => (shown(at) ? letter : '•')).join('');
}
