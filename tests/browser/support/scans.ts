/** Scans as they come from a scanner: pages of letters as pictures, alone or together in one PDF. */

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { CaseView, LetterView } from '../../../ui/src/ipc/generated/wire.ts';
import type { Host } from './host.ts';
import { certificate, letterValues, owner, pdf, profile } from './samples.ts';

const run = promisify(execFile);

/** A letter that a step of this case offers, and that fits on one page or, between such margins, needs more. */
const LETTER = 'surat-keterangan-alasan-pencabutan';
const LOW = { paper: 'a4', margins: [80, 20, 80, 30] };

/** A folder that the office watches. */
export async function watched(host: Host, name = 'pindaian'): Promise<string> {
  const folder = join(host.data, name);
  await mkdir(folder);
  const { settings } = await host.call('scan_folders');
  await host.call('scan_folders_record', { ...settings, folders: [...settings.folders, folder] });
  return folder;
}

/** A revocation with a letter in it, which has one page or several. */
export async function lettered(host: Host, several = false): Promise<{ view: CaseView; letter: LetterView }> {
  if (several) await host.call('office_record', { ...profile, ...LOW } as never);
  const person = await host.call('owner_record', { details: owner });
  const held = await host.call('certificate_record', { owner: person, details: certificate });
  const arrival = { owner: person, certificate: held, channel: 'sitante', sender: 'Dinas Kesehatan Kabupaten Contoh', received_on: '2026-11-19' };
  const { case: id, revision, step } = await host.call('case_open', { ...arrival, sop: 'natuna-pencabutan', reason: 'pensiun', effective_on: '2026-12-01' });
  await host.call('letter_issue', { revision, step, letter: { case: id, template: LETTER, values: letterValues } } as never);
  const view = await host.call('case_show', { case: id });
  const [letter] = view.letters;
  if (!letter) throw new Error('no letter');
  return { view, letter };
}

/** What a scanner sees of a letter: its pages as grey pictures. */
export async function pagesOf(host: Host, { letter, version }: Pick<LetterView, 'letter' | 'version'>): Promise<Buffer[]> {
  const folder = await mkdtemp(join(host.data, 'kertas-'));
  const path = join(folder, 'surat.pdf');
  await host.call('letter_save', { letter, version, path });
  return pictures(path, folder);
}

/** A page with this text and nothing else; blank without one. */
export async function sheet(host: Host, text: string): Promise<Buffer> {
  const folder = await mkdtemp(join(host.data, 'kertas-'));
  const path = join(folder, 'lembar.pdf');
  await writeFile(path, pdf(text));
  const [picture] = await pictures(path, folder);
  if (!picture) throw new Error('no page');
  return picture;
}

async function pictures(path: string, folder: string): Promise<Buffer[]> {
  await run('pdftoppm', ['-r', '150', '-gray', '-jpeg', path, join(folder, 'hal')]);
  const names = (await readdir(folder)).filter((name) => name.startsWith('hal')).sort();
  return Promise.all(names.map((name) => readFile(join(folder, name))));
}

/** The pages in one PDF, as scanners make it. */
export function asPdf(pages: readonly Buffer[]): Buffer {
  const kids = pages.map((_, at) => `${3 + at * 3} 0 R`).join(' ');
  const objects: Buffer[] = [Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'), Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)];
  pages.forEach((jpeg, at) => {
    const { width, height, colours } = frameOf(jpeg);
    const [points, high] = [(width * 72) / 150, (height * 72) / 150].map((edge) => edge.toFixed(2));
    const draw = `q ${points} 0 0 ${high} 0 0 cm /Im Do Q`;
    const [content, picture] = [4 + at * 3, 5 + at * 3];
    objects.push(
      Buffer.from(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${points} ${high}] /Contents ${content} 0 R /Resources << /XObject << /Im ${picture} 0 R >> >> >>`),
      Buffer.from(`<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`),
      Buffer.concat([
        Buffer.from(`<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /${colours === 1 ? 'DeviceGray' : 'DeviceRGB'} /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`),
        jpeg, Buffer.from('\nendstream'),
      ]),
    );
  });
  return written(objects);
}

function written(objects: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  const offsets = objects.map((object, at) => {
    const offset = length;
    add(Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]));
    return offset;
  });
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  add(Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** Size of a JPEG and how many colours it has, from its frame header. */
function frameOf(jpeg: Buffer): { width: number; height: number; colours: number } {
  for (let at = 2; at < jpeg.length; ) {
    const kind = jpeg[at + 1] ?? 0;
    if (kind >= 0xc0 && kind <= 0xc2) return { width: jpeg.readUInt16BE(at + 7), height: jpeg.readUInt16BE(at + 5), colours: jpeg[at + 9] ?? 1 };
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  throw new Error('no frame');
}

/** The scanner lays a file into a folder, all at once. */
export async function lay(folder: string, name: string, bytes: Buffer): Promise<void> {
  const path = join(folder, '..', `.${name}.bagian`);
  await writeFile(path, bytes);
  await rename(path, join(folder, name));
}

/** A file that an officer brings, beside the window. Answers when it has been read. */
export async function brought(host: Host, name: string, bytes: Buffer): Promise<string> {
  const folder = await mkdtemp(join(host.data, 'bawa-'));
  await writeFile(join(folder, name), bytes);
  const id = await host.call('scan_bring', { path: join(folder, name) });
  while ((await host.call('scan_show', { id })).row.state === 'menunggu') await new Promise((resolve) => setTimeout(resolve, 100));
  return id;
}
