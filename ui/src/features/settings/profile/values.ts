/** The profile as its form holds it, and what it is in letters. */

import type { OfficeFields } from '../../../ipc/generated/wire';
import { text } from '../../../text/id';

export interface ProfileValues {
  government: string;
  name: string;
  short_name: string;
  section: string;
  region: string;
  province: string;
  city: string;
  zone: string;
  address: string;
  phone: string;
  email: string;
  website: string;
  logo: string | null;
  /** One ending a line. */
  email_endings: string;
}

export function toValues(office: OfficeFields): ProfileValues {
  const { government, name, short_name, section, region, province, city, zone, address, phone, email, website, logo } = office;
  const endings = office.email_endings.join('\n');
  return { government, name, short_name, section, region, province, city, zone, address, phone, email, website, logo, email_endings: endings };
}

export function toPart(values: ProfileValues): Partial<OfficeFields> {
  const endings = values.email_endings.split(/[\s,;]+/).filter(Boolean);
  return { ...values, email_endings: endings };
}

/** The small lines of the letterhead. */
export function smallLines({ address, phone, email, website }: ProfileValues): string[] {
  const { contact } = text.settings.profile;
  const reach = [[contact.phone, phone], [contact.email, email], [contact.website, website]].filter(([, value]) => value?.trim());
  return [address, reach.map(([label, value]) => `${label} ${value}`).join(', ')].filter((line) => line.trim());
}
