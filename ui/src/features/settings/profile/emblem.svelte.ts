/** The picture of the emblem, as the core holds it. */

import { call } from '../../../ipc/call';
import { Resource } from '../../../ipc/resource.svelte';

/** Follows the hash; without one, or while it is read, there is no picture. */
export function emblemOf(hash: () => string | null): { readonly url: string | undefined } {
  let shown = $state.raw<Resource<string>>();
  $effect(() => {
    const wanted = hash();
    const made = wanted ? new Resource(async () => `data:image/png;base64,${(await call('emblem_show', { hash: wanted })).png}`) : undefined;
    void made?.refresh();
    shown = made;
  });
  return {
    get url() {
      return shown?.value;
    },
  };
}
