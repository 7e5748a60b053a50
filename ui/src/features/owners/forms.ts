/** Empty forms of an owner and a certificate, and names as they are read. */

import type { CertificateFields, OwnerFields } from '../../ipc/generated/wire';

export function emptyOwner(): OwnerFields {
  return {
    name: '', title_before: '', title_after: '', nik: '', nip: '', employment: 'pns', rank: '', grade: '', post: '', unit: '', institution: '', email: '', phone: '',
    ams_user: '',
  };
}

export function emptyCertificate(): CertificateFields {
  return { serial: '', subject_dn: '', issuer: '', valid_from: null, valid_until: null };
}

/** dr. Contoh Pemilik, S.Kom. */
export function fullName({ title_before, name, title_after }: OwnerFields): string {
  return `${title_before && `${title_before} `}${name}${title_after && `, ${title_after}`}`;
}
