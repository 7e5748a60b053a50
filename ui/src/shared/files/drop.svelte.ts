/** Places on the screen that take files dropped on them. */

import type { Attachment } from 'svelte/attachments';
import { platform, type LocalFile } from '../../ipc/computer';

export class DropPlace {
  /** Files are held over it. */
  over = $state(false);
  readonly #take: (files: LocalFile[]) => void;

  constructor(take: (files: LocalFile[]) => void) {
    this.#take = take;
  }

  /** For `{@attach}`. What lies over the element, such as a dialog, keeps files from it. */
  attach: Attachment<HTMLElement> = (element) =>
    platform.onDrag((drag) => {
      const here = drag.kind !== 'leave' && element.contains(document.elementFromPoint(drag.x, drag.y));
      this.over = here && drag.kind === 'over';
      if (here && drag.kind === 'drop' && drag.files.length) this.#take(drag.files);
    });
}
