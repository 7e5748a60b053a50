/** An official as the form holds it. */

import type { ChoiceView, OfficialFields, RankView } from '../../../ipc/generated/wire';
import { text } from '../../../text/id';
import { prefixes } from './signature';

/** The choice that opens a field for a word of the office's own. */
export const OWN_ROLE = 'lain';

export interface OfficialValues {
  /** A known role, or [`OWN_ROLE`]. */
  role: string;
  own_role: string;
  name: string;
  nip: string;
  rank: string;
  grade: string;
  post: string;
  acting: string;
  behalf: [string, string];
  from: string;
  until: string;
}

export function toValues(details: OfficialFields | null, role = 'kepala-dinas'): OfficialValues {
  if (!details) {
    return { role, own_role: '', name: '', nip: '', rank: '', grade: '', post: '', acting: 'holder', behalf: ['', ''], from: '', until: '' };
  }
  const { name, nip, rank, grade, post, acting, on_behalf_of: behalf, from, until } = details;
  const known = details.role in text.settings.officials.roles;
  return {
    role: known ? details.role : OWN_ROLE, own_role: known ? '' : details.role, name, nip, rank, grade, post, acting,
    behalf: [behalf[0] ?? '', behalf[1] ?? ''], from: from ?? '', until: until ?? '',
  };
}

export function toFields(values: OfficialValues): OfficialFields {
  const { name, nip, rank, grade, post, acting, behalf, from, until } = values;
  return {
    role: values.role === OWN_ROLE ? values.own_role : values.role, name, nip, rank, grade, post, acting,
    on_behalf_of: prefixes(acting).map((_, at) => behalf[at] ?? ''), from: from || null, until: until || null,
  };
}

/** Ranks to choose from by grade; one that the office does not list any more stays choosable. */
export function rankChoices(ranks: RankView[], { rank, grade }: OfficialValues): ChoiceView[] {
  const choices = ranks.map((one) => ({ value: one.grade, label: rankLabel(one.name ?? '', one.grade) }));
  const stranger = grade && !choices.some((choice) => choice.value === grade);
  return stranger ? [{ value: grade, label: rankLabel(rank, grade) }, ...choices] : choices;
}

function rankLabel(name: string, grade: string): string {
  return name ? `${name} (${grade})` : text.settings.officials.grade(grade);
}

/** How a role is called. */
export function roleLabel(role: string): string {
  return text.settings.officials.roles[role] ?? role;
}

/** Where a day stands in the time of an official. ISO dates compare as text. */
export function standing({ from, until }: OfficialFields, today: string): 'now' | 'later' | 'over' {
  if (from && from > today) return 'later';
  return until && until < today ? 'over' : 'now';
}
