/** Updates as whoever makes them signs them: a second hand at the format of `docs/pembaruan-format.md`, beside the one that the program has. */

import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const NUMBER = randomBytes(8);
const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');

/** The public key as a build is given it. */
export const PUBLIC_KEY = Buffer.concat([Buffer.from('Ed'), NUMBER, raw]).toString('base64');

/** An update of a version. */
export function updateFile(version: string): Buffer {
  const installer = Buffer.from(`MZ pemasang rekaan ${version}`);
  const name = `Sandika-${version}-pasang.exe`;
  const manifest = Buffer.from(
    `format = 1\nversi = "${version}"\ntanggal = "2026-12-01"\nskema = 9000\n` +
      'catatan = "Buku agenda memuat perihal surat.\\nPencarian nama tanpa gelar lebih cepat.\\nTanggal jatuh tempo pada hari libur diperbaiki."\n\n' +
      `[pemasang]\nnama = "${name}"\nukuran = ${installer.length}\nsha256 = "${createHash('sha256').update(installer).digest('hex')}"\n`,
  );
  return zip([['pembaruan.toml', manifest], ['pembaruan.toml.minisig', Buffer.from(signature(manifest))], [name, installer]]);
}

/** As minisign writes it, over the BLAKE2b hash of the bytes. */
function signature(bytes: Buffer): string {
  const made = sign(null, createHash('blake2b512').update(bytes).digest(), privateKey);
  const comment = 'Sandika';
  const whole = sign(null, Buffer.concat([made, Buffer.from(comment)]), privateKey);
  const armour = Buffer.concat([Buffer.from('ED'), NUMBER, made]).toString('base64');
  return `untrusted comment: uji\n${armour}\ntrusted comment: ${comment}\n${whole.toString('base64')}\n`;
}

/** The plainest ZIP: everything stored, one after another. */
function zip(files: [string, Buffer][]): Buffer {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []];
  let place = 0;
  for (const [name, bytes] of files) {
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(10, 0);
    fixed.writeUInt16LE(0x21, 8);
    fixed.writeUInt32LE(crc32(bytes), 10);
    fixed.writeUInt32LE(bytes.length, 14);
    fixed.writeUInt32LE(bytes.length, 18);
    fixed.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fixed, Buffer.from(name), bytes]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(place, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x0a\x00', 'latin1'), fixed, rest, Buffer.from(name)]));
    parts.push(local);
    place += local.length;
  }
  const length = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(place, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}
