/** A backup that the office is put back from, as a screen knows it. */

import type { BackupFoundView, BackupRowView } from '../../ipc/generated/wire';
import { number } from '../../shared/format';
import { text } from '../../text/id';

export interface Source {
  /** Folder of its place, or the moving file. */
  path: string;
  moving: boolean;
  backup: BackupRowView;
}

export const ofFound = ({ path, moving, backup }: BackupFoundView): Source => ({ path, moving, backup });

/** What it holds, in words. */
export function holds({ cases, owners, files }: BackupRowView): string {
  return text.backups.holds(number(cases), number(owners), number(files));
}

/** What names it on the wire. */
export function named({ path, moving, backup }: Source): { path: string; office?: string; stamp?: string } {
  return moving ? { path } : { path, office: backup.office, stamp: backup.stamp };
}
