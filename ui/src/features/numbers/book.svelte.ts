/** The agenda book of a register and a period: printed, saved, or shown in another program. Each time it is made anew. */

import { call } from '../../ipc/call';
import { platform } from '../../ipc/computer';
import type { AgendaBookView } from '../../ipc/generated/wire';
import { date } from '../../shared/format';
import { text } from '../../text/id';
import type { Sending } from '../outgoing/sending.svelte';
import { LongWork } from '../settings/data/long.svelte';

const say = text.numbers.book;

export class Book extends LongWork {
  /** What is under way. */
  doing = $state<'print' | 'make'>('make');
  readonly title: string;
  /** In words, as the officer reads it. */
  readonly period: string;
  readonly file: string;
  readonly #of: { register: string; since: string; until: string };

  constructor(register: string, since: string, until: string) {
    super();
    this.#of = { register, since, until };
    const year = since.slice(0, 4);
    const whole = since === `${year}-01-01` && until === `${year}-12-31`;
    this.title = say.names[register] ?? say.other(register);
    this.period = whole ? say.year(year) : since === until ? date(since) : say.days(date(since), date(until));
    this.file = say.file(this.title, whole ? year : say.period(since, until));
  }

  /** What a book is printed on: the office's paper. */
  paper = async (): Promise<string | null> => (await call('office_show', {}).catch(() => null))?.paper ?? null;

  /** Answers with what was printed; nothing when it was refused or ended. */
  print = async (sending: Sending): Promise<AgendaBookView | undefined> => {
    this.doing = 'print';
    let made: AgendaBookView | undefined;
    await this.work(async () => (made = await call('agenda_book_print', { book: this.#of, copies: sending.count, ...sending.where })));
    return made;
  };

  /** Answers with the place of the file; nothing when it was refused or ended, or the officer changed their mind. */
  save = async (): Promise<string | undefined> => {
    this.doing = 'make';
    const path = await platform.pickSave(say.saveTitle, this.file);
    return path && (await this.#write(path)) ? path : undefined;
  };

  /** Shows a copy in the program that the computer has for PDF files. */
  show = async (): Promise<void> => {
    this.doing = 'make';
    const path = await platform.viewPlace(this.file);
    if (await this.#write(path)) await platform.openWithViewer(path);
  };

  #write(path: string): Promise<boolean> {
    return this.work(() => call('agenda_book_save', { book: this.#of, path }));
  }
}
