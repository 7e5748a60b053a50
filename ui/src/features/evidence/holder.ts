/** Whether a certificate is in the name of the person that it is to be kept for. */

/** Words of a name, without titles: those stand behind a comma, or end in a dot. */
function words(name: string): string[] {
  return (name.toLowerCase().split(',')[0] ?? '').split(/\s+/).filter((word) => word && !word.endsWith('.'));
}

/** Nothing is said of a name that is not known. Certificates shorten names, and leave words out. */
export function sameHolder(name: string, owner: string): boolean {
  const [of, held] = [words(name), words(owner)];
  if (!of.length || !held.length) return true;
  const [few, many] = of.length < held.length ? [of, held] : [held, of];
  return few.every((word) => many.includes(word));
}
