import { expect, test } from 'vitest';
import { sameHolder } from './holder';

test.each([
  ['Rahmat Hidayat', 'Rahmat Hidayat', true],
  ['RAHMAT HIDAYAT, S.Kom.', 'Rahmat Hidayat', true],
  ['dr. Siti Aminah', 'Siti Aminah, M.Kes.', true],
  ['Ni Luh Ayu Lestari', 'Ayu Lestari', true],
  ['', 'Rahmat Hidayat', true],
  ['Rahmat Hidayat', '', true],
  ['Rahmat Saleh', 'Rahmat Hidayat', false],
  ['Contoh Pemilik', 'Rahmat Hidayat', false],
])('%s for %s: %s', (name, owner, same) => {
  expect(sameHolder(name, owner)).toBe(same);
});
