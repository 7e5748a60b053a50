/** The profile of the office, of which each section of the settings edits a part. */

import { call } from '../../ipc/call';
import type { OfficeFields } from '../../ipc/generated/wire';

/** What a new office begins with; every part can be changed in its section. */
export function firstOffice(): OfficeFields {
  return {
    government: '', name: '', short_name: '', section: '', region: '', province: '', city: '', address: '', phone: '', email: '', website: '',
    zone: 'wib', logo: null, paper: 'f4', typeface: 'arimo', own_face: null, font_size: 11, margins: null,
    registers: {
      keluar: { pattern: '{klasifikasi}/{urut}/{unit}/{tahun}', classification: '000.6.5', unit: '', section: '' },
      masuk: { pattern: '{urut}/{tahun}', classification: '', unit: '', section: '' },
    },
    email_endings: [],
  };
}

/** Records a part of the profile; the other parts stay as the core holds them. */
export async function recordPart(part: Partial<OfficeFields>): Promise<void> {
  const held = await call('office_show', {});
  const office = { ...(held ?? firstOffice()), ...part };
  await call('office_record', held ? office : { ...office, registers: named(office) });
}

/** The registers of a new office carry its short name. Where that is still empty the core asks for the name itself, not for what follows from it. */
function named({ registers, short_name: unit }: OfficeFields): OfficeFields['registers'] {
  return Object.fromEntries(Object.entries(registers).map(([id, register]) => [id, { ...register, unit: register.unit || unit || '–' }]));
}
