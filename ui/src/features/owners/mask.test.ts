import { expect, test } from 'vitest';
import { emptyOwner, fullName } from './forms';
import { mask } from './mask';

test.each([['198003012005011001', '19••••••••••••••01'], ['1234', '••••'], ['', '']])('%s is shown as %s', (number, shown) => {
  expect(mask(number)).toBe(shown);
});

test.each([
  [{ name: 'Budi' }, 'Budi'],
  [{ name: 'Siti', title_before: 'dr.', title_after: 'M.Kes.' }, 'dr. Siti, M.Kes.'],
])('%j is read as %s', (part, name) => {
  expect(fullName({ ...emptyOwner(), ...part })).toBe(name);
});
