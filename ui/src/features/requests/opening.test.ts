import { beforeEach, expect, test, vi } from 'vitest';

const { rpc } = vi.hoisted(() => ({ rpc: vi.fn() }));

vi.mock('../../platform', () => ({ platform: { rpc } }));

import { empty } from './fresh';
import { Opening } from './opening.svelte';

const changed = (value: unknown) => JSON.stringify({ value, changed: [] });
let refuse: Record<string, string>;

beforeEach(() => {
  refuse = {};
  rpc.mockReset().mockImplementation(async (command: string) => {
    if (refuse[command]) throw refuse[command];
    if (command === 'owner_check') return JSON.stringify({ details: {}, warnings: [] });
    if (command === 'owner_record') return changed('owner-1');
    if (command === 'certificate_record') return changed('certificate-1');
    return changed({ case: 'case-1', agenda: '1/2026' });
  });
});

function form(): Opening {
  const opening = new Opening(() => {});
  opening.sops = [{ sop: 's', title: '', service: 'pembaruan', government: '', office: '', steps: 1, hash: '', own: false, findings: [] }];
  opening.typed = { ...empty('2026-11-21'), sop: 's', adding: true, certificate: 'new', channel: 'e-mail', sender: 'Dinas' };
  return opening;
}

const carriedOut = () => rpc.mock.calls.map(([command]) => command as string).filter((command) => command !== 'owner_check');

test('the owner, the certificate, then the case', async () => {
  const opening = form();
  expect((await opening.open())?.case).toBe('case-1');
  expect(carriedOut()).toEqual(['owner_record', 'certificate_record', 'case_open']);
  expect(JSON.parse(rpc.mock.calls.at(-1)?.[1] as string)).toMatchObject({ owner: 'owner-1', certificate: 'certificate-1' });
});

test('what was recorded before a refusal is not recorded twice', async () => {
  const opening = form();
  refuse = { certificate_record: JSON.stringify({ code: 'invalid-fields', message: 'x', faults: [{ field: 'serial', text: 'Nomor seri wajib diisi.' }] }) };
  expect(await opening.open()).toBeUndefined();
  expect(opening.fault('serial')).toBe('Nomor seri wajib diisi.');
  refuse = {};
  await opening.open();
  expect(carriedOut()).toEqual(['owner_record', 'certificate_record', 'certificate_record', 'case_open']);
});

test('ten quick presses open one case', async () => {
  const opening = form();
  await Promise.all(Array.from({ length: 10 }, () => opening.open()));
  expect(carriedOut().filter((command) => command === 'case_open')).toHaveLength(1);
});

test('a field that was empty is no longer marked once it is filled in', async () => {
  const opening = form();
  opening.typed.sender = '';
  await opening.open();
  expect(opening.fault('sender')).toBeDefined();
  opening.typed.sender = 'Dinas';
  expect(opening.fault('sender')).toBeUndefined();
  expect(carriedOut()).toEqual([]);
});

test('warnings wait for their reasons', async () => {
  const opening = form();
  rpc.mockImplementation(async (command: string) =>
    command === 'owner_check' ? JSON.stringify({ details: {}, warnings: [{ code: 'email-hyphen', field: '', text: 'Ada tanda hubung.' }] }) : changed('x'),
  );
  await opening.open();
  expect(opening.faults).toEqual([{ field: 'email-hyphen', text: 'Ada tanda hubung.' }]);
  opening.typed.confirmed['email-hyphen'] = 'Alamat resmi';
  await opening.open();
  expect(carriedOut()).toEqual(['owner_record', 'certificate_record', 'case_open']);
});

test.each([
  ['Budi', { name: 'Budi' }],
  ['19680903 199302 2 001', { nip: '196809031993022001' }],
  ['3171010103800001', { nik: '3171010103800001' }],
])('what was searched, %s, is where it belongs', (searched, part) => {
  const opening = form();
  opening.add(searched);
  expect(opening.typed.details).toMatchObject({ name: '', nik: '', nip: '', ...part });
});
