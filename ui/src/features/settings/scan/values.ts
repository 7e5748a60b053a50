/** How scans are taken in, as the form holds it. */

import type { LooseWord, ScanFields } from '../../../ipc/generated/wire';
import { text } from '../../../text/id';
import { Unreadable } from '../faults';

export interface ScanValues {
  folders: string[];
  keep_days: string;
  loose: LooseWord;
}

export function toValues({ folders, keep_days, loose }: ScanFields): ScanValues {
  return { folders, keep_days: String(keep_days), loose };
}

export function toFields({ folders, keep_days, loose }: ScanValues): ScanFields {
  const typed = keep_days.trim();
  // As far as the wire's number goes.
  if (!/^\d{1,4}$/.test(typed)) throw new Unreadable([{ field: 'keep_days', text: text.settings.scan.keepWrong }]);
  return { folders, keep_days: Number(typed), loose };
}
