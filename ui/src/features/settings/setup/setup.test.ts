import { expect, test } from 'vitest';
import type { OfficialView } from '../../../ipc/generated/wire';
import { firstOffice } from '../office';
import { toFields, toValues } from '../officials/values';
import { setupOf } from './setup';

const official = (role: string): OfficialView => ({ official: role, details: toFields(toValues(null, role)) });

test('the guide goes on where something is missing', () => {
  expect(setupOf(null, [], false)).toMatchObject({ done: 1, next: 'pemulihan' });
  expect(setupOf(null, [], true)).toMatchObject({ done: 2, next: 'profil' });
  expect(setupOf(firstOffice(), [official('petugas')], true)).toMatchObject({ done: 3, next: 'kepala' });
  expect(setupOf(null, [official('kepala-dinas')], true)).toMatchObject({ done: 3, next: 'profil' });
  expect(setupOf(firstOffice(), [official('kepala-dinas')], true)).toMatchObject({ done: 4, next: 'siap' });
  expect(setupOf(firstOffice(), [official('kepala-dinas')], false)).toMatchObject({ done: 3, next: 'siap' });
  expect(setupOf(firstOffice(), [{ official: 'x', details: null }], true)).toMatchObject({ next: 'kepala' });
});
