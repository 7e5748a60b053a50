/** The form of a new request: what is typed, what of it is still empty, and what the core is told. */

import type { CaseOpenArgs, CertificateFields, Fault, OwnerFields } from '../../ipc/generated/wire';
import { text } from '../../text/id';
import { emptyCertificate, emptyOwner } from '../owners/forms';

/** `''`: not known yet; `new`: typed here; else an id of the register. */
export type CertificateChoice = string;

export interface Typed {
  sop: string;
  /** Id in the register. */
  owner: string;
  /** The owner is typed here. */
  adding: boolean;
  details: OwnerFields;
  confirmed: Record<string, string>;
  certificate: CertificateChoice;
  certificateDetails: CertificateFields;
  received_on: string;
  channel: string;
  sender: string;
  letter_number: string;
  letter_date: string;
  reason: string;
  reason_text: string;
  effective_on: string;
  legal_number: string;
  legal_date: string;
  /** `ya`, `tidak`, or empty: as is usual for the reason. */
  can_log_in: string;
}

/** What the choices in the form bring with them. */
export interface Chosen {
  revocation: boolean;
  /** The reason needs words. */
  explained: boolean;
}

export function empty(today: string): Typed {
  return {
    sop: '', owner: '', adding: false, details: emptyOwner(), confirmed: {}, certificate: '', certificateDetails: emptyCertificate(), received_on: today,
    channel: '', sender: '',
    letter_number: '', letter_date: '', reason: '', reason_text: '', effective_on: '', legal_number: '', legal_date: '', can_log_in: '',
  };
}

/** What was kept, in the shape of today's form: an older version may have kept less. */
export function restored(kept: Partial<Typed>, today: string): Typed {
  const blank = empty(today);
  return {
    ...blank, ...kept, details: { ...blank.details, ...kept.details }, certificateDetails: { ...blank.certificateDetails, ...kept.certificateDetails },
    confirmed: { ...kept.confirmed },
  };
}

type Plain = 'channel' | 'sender' | 'received_on' | 'letter_number' | 'letter_date' | 'reason' | 'reason_text';

/** The fields that this request cannot be opened without. */
export function required({ channel }: Typed, { revocation, explained }: Chosen): Plain[] {
  const letter: Plain[] = channel === 'surat' ? ['letter_number', 'letter_date'] : [];
  const reason: Plain[] = revocation ? ['reason', ...(explained ? (['reason_text'] as const) : [])] : [];
  return ['received_on', 'channel', 'sender', ...letter, ...reason];
}

/** What is still empty. The core tells the same when it is asked to open the case; here it is told before an owner who is typed is recorded. */
export function missing(typed: Typed, chosen: Chosen): Fault[] {
  const words = text.requests.fresh;
  const faults: Fault[] = [];
  if (!typed.sop) faults.push({ field: 'sop', text: words.missingSop });
  if (!typed.owner && !typed.adding) faults.push({ field: 'owner', text: words.missingOwner });
  for (const field of required(typed, chosen)) {
    if (!typed[field].trim()) faults.push({ field, text: words.missing(words[field]) });
  }
  return faults;
}

/** What the core is told; what does not belong to the channel or the service stays out. */
export function toArgs(typed: Typed, { revocation }: Chosen): CaseOpenArgs {
  const letter = typed.channel === 'surat' ? given({ letter_number: typed.letter_number, letter_date: typed.letter_date }) : {};
  const { reason, reason_text, effective_on, legal_number, legal_date } = typed;
  const why = revocation ? given({ reason, reason_text, effective_on, legal_number, legal_date }) : {};
  const login = revocation && typed.can_log_in ? { can_log_in: typed.can_log_in === 'ya' } : {};
  return {
    sop: typed.sop, owner: typed.owner, channel: typed.channel, sender: typed.sender,
    ...given({ received_on: typed.received_on, certificate: typed.certificate === 'new' ? '' : typed.certificate }), ...letter, ...why, ...login,
  };
}

/** Without what is empty. */
function given<T extends Record<string, string>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim())) as Partial<T>;
}
