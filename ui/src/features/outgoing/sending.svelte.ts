/** How a letter is to be sent: which way, to which printer, how often; and why again, where it was printed before. */

import { call } from '../../ipc/call';
import type { DeviceFields, PrinterView } from '../../ipc/generated/wire';
import { sent } from './outgoing.svelte';

/** Stands for a reason that the officer writes. */
export const OTHER = 'lain';

export class Sending {
  way = $state<'printer' | 'folder'>('printer');
  /** Empty for the computer's usual printer. */
  printer = $state('');
  copies = $state('1');
  printers = $state.raw<PrinterView[]>();
  /** The core asks why the letter goes out again. */
  asksWhy = $state(false);
  /** One of the usual reasons, or `OTHER` for one in the officer's own words. */
  why = $state('');
  ownWords = $state('');
  /** Paper of what is sent; none where it is not known. */
  paper = $state<string | null>(null);
  readonly folder: string | null;
  readonly #usual: string;

  constructor(device: DeviceFields | undefined) {
    this.folder = device?.outgoing ?? null;
    this.#usual = device?.printer ?? '';
    this.printer = this.#usual;
  }

  /** Asks which printers there are. Without one, the folder is the way. */
  look = async (): Promise<void> => {
    this.printers = await call('printer_list', {}).catch(() => []);
    if (this.printers.length === 0 && this.folder) this.way = 'folder';
  };

  /** Asks whether this letter goes out for the first time. */
  ask = async (letter: string): Promise<void> => {
    const told = await call('letter_print_show', { letter }).catch(() => null);
    if (told) [this.asksWhy, this.paper] = [told.reason_needed, told.paper];
  };

  /** What the core says of its paper on the printer that would take it. */
  get warning(): string | null {
    return this.warningOf(this.paper);
  }

  /** The same of any paper; none where it is not known. */
  warningOf(paper: string | null): string | null {
    if (this.way !== 'printer' || !paper) return null;
    const named = this.printer || this.#usual;
    const printer = this.printers?.find(({ name, default: usual }) => (named ? name === named : usual));
    return printer?.papers.find((known) => known.paper === paper)?.warning ?? null;
  }

  /** What is told as the reason; empty where none is asked for or given. */
  get reason(): string {
    return this.asksWhy ? (this.why === OTHER ? this.ownWords : this.why).trim() : '';
  }

  get unreasoned(): boolean {
    return this.asksWhy && !this.reason;
  }

  get count(): number {
    return Number(this.copies);
  }

  get wrong(): boolean {
    return this.unreasoned || this.countWrong;
  }

  get countWrong(): boolean {
    return !Number.isInteger(this.count) || this.count < 1 || this.count > 99;
  }

  /** Which way, and where to. */
  get where(): { way: 'printer' | 'folder'; printer?: string } {
    return { way: this.way, ...(this.way === 'printer' && this.printer && { printer: this.printer }) };
  }

  /** The same, and why again. */
  get wish(): { way: 'printer' | 'folder'; reason: string; printer?: string } {
    return { ...this.where, reason: this.reason };
  }

  async send(letter: string): Promise<void> {
    sent(await call('letter_send', { letter, copies: this.count, ...this.wish }));
    [this.why, this.ownWords] = ['', ''];
  }
}
