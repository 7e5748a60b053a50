import { expect, test } from 'vitest';
import { serviceAlong } from './service';

test('a request is told by its service and by whose SOP it follows', () => {
  for (const [government, told] of [
    ['Pemerintah Kabupaten Natuna', 'Pencabutan · Kab. Natuna'], ['Pemerintah Daerah Kabupaten Ciamis', 'Pencabutan · Kab. Ciamis'],
    ['Pemerintah Provinsi Sumatera Barat', 'Pencabutan · Prov. Sumatera Barat'], ['Pemerintah Kota Contoh', 'Pencabutan · Kota Contoh'], ['', 'Pencabutan'],
  ] as const) expect(serviceAlong({ service: 'pencabutan', sop_government: government })).toBe(told);
});
