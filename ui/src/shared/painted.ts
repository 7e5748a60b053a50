/** Work that must not delay the first picture. */

/** Milliseconds after which the first picture has been painted. */
const PAINTED = 300;

/** Does `work` once the first picture is there. Answers with a function that calls it off. */
export function oncePainted(work: () => void): () => void {
  const timer = setTimeout(work, PAINTED);
  return () => clearTimeout(timer);
}
