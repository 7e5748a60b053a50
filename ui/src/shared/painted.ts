/** Work that must not delay a picture that somebody waits for. */

/** Milliseconds after which the first picture has been painted. */
const PAINTED = 300;

/** Does `work` once the first picture is there. Answers with a function that calls it off. */
export function oncePainted(work: () => void): () => void {
  const timer = setTimeout(work, PAINTED);
  return () => clearTimeout(timer);
}

/** Milliseconds that the browser takes at most to paint what a page has given it, on the slowest of our computers. */
const PAINTING = 40;

/** Does `work` once the picture of what has just changed is there. Answers with a function that calls it off. */
export function oncePictured(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const frame = requestAnimationFrame(() => (timer = setTimeout(work, PAINTING)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
