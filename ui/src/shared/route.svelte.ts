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

type Preparation = (parts: string[]) => Promise<void>;

/** Milliseconds that a place may take to read what it shows first; after that it is shown, and says that it reads. */
const READING = 150;

const guards = new Set<Guard>();
const preparations = new Map<string, Preparation>();
let goings = 0;
let current = $state.raw(read());

window.addEventListener('hashchange', () => {
  current = read();
});

/** The place now; reading it in a component keeps that component current. */
export function route(): Route {
  return current;
}

/** Goes to a place such as `permohonan/0187…`, after what is typed has been kept. Whoever goes elsewhere meanwhile gets there instead. */
export async function go(path: string): Promise<void> {
  const going = ++goings;
  await keepTyping();
  const { view, parts } = parsed(path);
  await Promise.race([preparations.get(view)?.(parts), new Promise((late) => setTimeout(late, READING))]);
  const address = `#/${path}`;
  if (going !== goings || address === window.location.hash) return;
  // Not by setting the hash: the browser would look for an element of that name, and tell of the change only afterwards.
  window.history.pushState(null, '', address);
  current = read();
}

/** Keeps everything that is typed on the screen now. */
export async function keepTyping(): Promise<void> {
  await Promise.all([...guards].map((guard) => guard()));
}

/** Has what a view shows first be read before it is shown. */
export function beforeArriving(view: string, prepare: Preparation): void {
  preparations.set(view, prepare);
}

/** Runs `guard` before the place changes. Answers with a function that ends it. */
export function beforeLeaving(guard: Guard): () => void {
  guards.add(guard);
  return () => guards.delete(guard);
}

function read(): Route {
  return parsed(window.location.hash.replace(/^#\/?/, ''));
}

function parsed(place: string): Route {
  const [path = '', query = ''] = place.split('?');
  const [view = '', ...parts] = path.split('/').map(decodeURIComponent);
  return { view, parts, query: new URLSearchParams(query) };
}
