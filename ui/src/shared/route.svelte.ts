/** Where the officer is. The place stands in the address, so that back and forward work and a reload stays where it was. */

export interface Route {
  /** First part of the path: which view. */
  view: string;
  /** The parts after it. */
  parts: string[];
  /** What stands after the question mark. */
  query: URLSearchParams;
}

type Guard = () => Promise<void>;

const guards = new Set<Guard>();
let current = $state.raw(read());

window.addEventListener('hashchange', () => {
  current = read();
});

/** The place now; reading it in a component keeps that component current. */
export function route(): Route {
  return current;
}

/** Goes to a place such as `permohonan/0187…`, after what is typed has been kept. */
export async function go(path: string): Promise<void> {
  await Promise.all([...guards].map((guard) => guard()));
  window.location.hash = `#/${path}`;
}

/** Runs `guard` before the place changes. Answers with a function that ends it. */
export function beforeLeaving(guard: Guard): () => void {
  guards.add(guard);
  return () => guards.delete(guard);
}

function read(): Route {
  const [path = '', query = ''] = window.location.hash.replace(/^#\/?/, '').split('?');
  const [view = '', ...parts] = path.split('/').map(decodeURIComponent);
  return { view, parts, query: new URLSearchParams(query) };
}
