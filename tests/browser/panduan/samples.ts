/** The office of the guide, and the owner whose certificate is revoked in it. Nobody in it exists. */

import type { CertificateFields, OwnerFields } from '../../../ui/src/ipc/generated/wire.ts';
import type { Host } from '../support/host.ts';
import { officials, PASSPHRASE, profile, USER } from '../support/samples.ts';

export const OWNER = {
  name: 'Contoh Rahmat Hidayat', title_after: 'S.Kom.', nik: '3199990103800013', nip: '198003012005011001', employment: 'pns', grade: 'III/d',
  post: 'Kepala Seksi Pelayanan', unit: 'Bidang Pelayanan Kesehatan', institution: 'Dinas Kesehatan Kabupaten Contoh', email: 'contoh.rahmat@contohkab.go.id',
  phone: '0812-0000-0013', ams_user: 'contoh.rahmat',
} as unknown as OwnerFields;

export const CERTIFICATE: CertificateFields = {
  serial: '7714092555100013', subject_dn: 'CN=Contoh Rahmat Hidayat, O=Pemerintah Kabupaten Contoh, C=ID', issuer: 'BSRE CA DS G1',
  valid_from: '2025-03-05', valid_until: '2027-03-05',
};

/** An open office with its officials and one owner. */
export async function madeOffice(host: Host): Promise<{ owner: string; certificate: string }> {
  await host.call('desk_create', { passphrase: PASSPHRASE, user: USER });
  await host.call('office_record', profile);
  for (const details of officials) await host.call('official_record', { details });
  const owner = await host.call('owner_record', { details: OWNER });
  const certificate = await host.call('certificate_record', { owner, details: CERTIFICATE });
  return { owner, certificate };
}
