/** The signature block as it stands in a letter. The core writes the real one; here it is shown while its parts are typed. */

export type Prefix = 'a.n.' | 'u.b.';

/** In whose name an official of a capacity signs, one post each. */
const PREFIXES: Record<string, Prefix[]> = { 'atas-nama': ['a.n.'], 'untuk-beliau': ['a.n.', 'u.b.'] };
const OWN: Record<string, string> = { plt: 'Plt. ', plh: 'Plh. ' };

export interface Signer {
  name: string;
  nip: string;
  rank: string;
  post: string;
  acting: string;
  on_behalf_of: string[];
}

/** The posts that a capacity signs for. */
export function prefixes(acting: string): Prefix[] {
  return PREFIXES[acting] ?? [];
}

/** Lines above the signature; the last ends with a comma. */
export function postLines({ post, acting, on_behalf_of }: Signer): string[] {
  const behalf = prefixes(acting).map((prefix, at) => `${prefix} ${on_behalf_of[at]?.trim() ?? ''}`.trim());
  return [...behalf, `${OWN[acting] ?? ''}${post.trim()},`];
}

/** Lines below the name. */
export function belowLines({ rank, nip }: Signer): string[] {
  return [rank.trim(), nip.trim() && `NIP ${spaced(nip)}`].filter(Boolean);
}

/** 19700101 199601 2 001; as typed while it has not 18 digits. */
export function spaced(nip: string): string {
  const digits = nip.replace(/\s/g, '');
  return digits.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
}
