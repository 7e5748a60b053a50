/** How a letter is to be sent: which way, to which printer, how often. */

import { call } from '../../ipc/call';
import type { DeviceFields, PrinterView } from '../../ipc/generated/wire';

export class Sending {
  way = $state<'printer' | 'folder'>('printer');
  /** Empty for the computer's usual printer. */
  printer = $state('');
  copies = $state('1');
  printers = $state.raw<PrinterView[]>();
  readonly folder: string | null;

  constructor(device: DeviceFields | undefined) {
    this.folder = device?.outgoing ?? null;
    this.printer = device?.printer ?? '';
  }

  /** Asks which printers there are. Without one, the folder is the way. */
  look = async (): Promise<void> => {
    this.printers = await call('printer_list', {}).catch(() => []);
    if (this.printers.length === 0 && this.folder) this.way = 'folder';
  };

  get count(): number {
    return Number(this.copies);
  }

  get wrong(): boolean {
    return !Number.isInteger(this.count) || this.count < 1 || this.count > 99;
  }

  send(letter: string): Promise<unknown> {
    const printer = this.way === 'printer' && this.printer ? { printer: this.printer } : {};
    return call('letter_send', { letter, copies: this.count, way: this.way, ...printer });
  }
}
