/** Paper, type and margins as the form holds them. */

import type { FaceFields, Fault, OfficeFields } from '../../../ipc/generated/wire';
import { text } from '../../../text/id';
import { Unreadable } from '../faults';

export interface PaperValues {
  paper: string;
  typeface: string;
  /** The office's own face, kept while another one is chosen. */
  own_face: FaceFields | null;
  font_size: string;
  /** Top, right, bottom, left. */
  margins: [string, string, string, string];
}

/** The part of the profile that this section edits. */
export type PagePart = Pick<OfficeFields, 'paper' | 'typeface' | 'own_face' | 'font_size' | 'margins'>;

/** Width and height in millimetres. */
export function sizeOf(paper: string): [number, number] {
  if (paper === 'a4') return [210, 297];
  return paper === 'legal' ? [215.9, 355.6] : [215, 330];
}

const written = (value: number) => String(value).replace('.', ',');

export function toValues({ paper, typeface, own_face, font_size, margins }: OfficeFields): PaperValues {
  const [top, right, bottom, left] = margins ?? [20, 20, 38, 30];
  return { paper, typeface, own_face, font_size: written(font_size), margins: [written(top), written(right), written(bottom), written(left)] };
}

/** A number with a decimal comma or point; none for anything else. */
export function read(typed: string): number | undefined {
  const value = typed.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

export function toPart({ paper, typeface, own_face, font_size, margins }: PaperValues): PagePart {
  const words = text.settings.paper;
  const faults: Fault[] = [];
  const needed = (field: string, label: string, typed: string) => {
    const value = read(typed);
    if (value === undefined) faults.push({ field, text: text.settings.notANumber(label) });
    return value ?? 0;
  };
  const size = needed('font_size', words.size, font_size);
  const side = (at: number) => needed(at === 0 ? 'margins' : `margins-${at}`, words.side(words.sides[at] ?? ''), margins[at] ?? '');
  const sides: [number, number, number, number] = [side(0), side(1), side(2), side(3)];
  if (faults.length) throw new Unreadable(faults);
  return { paper, typeface, own_face, font_size: size, margins: sides };
}
