/** Places on the screen that take files: dropped on them, or chosen. */

import type { Attachment } from 'svelte/attachments';
import { platform, type LocalFile } from '../../ipc/computer';

interface Taking {
  /** More than one at a time. */
  many?: boolean;
  /** Only files that end so are offered. */
  endings?: string[];
  /** Whether nothing is taken just now. */
  closed?: () => boolean;
  take: (files: LocalFile[]) => void;
}

export class FilePlace {
  /** Files are held over it. */
  over = $state(false);
  /** Several came where one is wanted. */
  several = $state(false);
  readonly #taking: () => Taking;

  constructor(taking: () => Taking) {
    this.#taking = taking;
  }

  /** For `{@attach}`. What lies over the element, such as a dialog, keeps files from it. */
  attach: Attachment<HTMLElement> = (element) =>
    platform.onDrag((drag) => {
      const here = drag.kind !== 'leave' && element.contains(document.elementFromPoint(drag.x, drag.y));
      this.over = here && drag.kind === 'over' && !this.#taking().closed?.();
      if (here && drag.kind === 'drop') this.#accept(drag.files);
    });

  /** Opens the window in which files are chosen. */
  async pick(title: string): Promise<void> {
    const { many = true, endings = [] } = this.#taking();
    this.#accept(await platform.pickFiles({ title, many, endings }));
  }

  #accept(files: LocalFile[]): void {
    const { many = true, closed, take } = this.#taking();
    if (!files.length || closed?.()) return;
    this.several = !many && files.length > 1;
    if (!this.several) take(files);
  }
}
