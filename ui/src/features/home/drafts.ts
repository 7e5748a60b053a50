/** Where a draft was typed, from the key under which it is kept. */

import { text } from '../../text/id';

export interface DraftPlace {
  title: string;
  path: string;
}

/** `langkah/<case>/<step>` and `catatan/<case>` lead to the case, `permohonan-baru` to the form; others name their place themselves. */
export function draftPlace(key: string, inCase: string | null): DraftPlace {
  const words = text.home.draft;
  const [kind = '', id = '', more = ''] = key.split('/');
  switch (kind) {
    case 'permohonan-baru':
      return { title: words.fresh, path: 'permohonan/baru' };
    case 'langkah':
      return { title: words.step(more), path: `permohonan/${id}` };
    case 'catatan':
      return { title: words.note, path: `permohonan/${id}` };
    case 'pemilik-baru':
      return { title: words.newOwner, path: 'pemilik/baru' };
    case 'pemilik':
      return more === 'sertifikat' ? { title: words.certificate, path: key } : { title: words.owner, path: `pemilik/${id}/ubah` };
    case 'pengaturan':
      return { title: words.settings, path: key };
    case 'surat':
      return { title: words.letter, path: inCase ? `permohonan/${inCase}` : 'surat' };
    default:
      return { title: words.other, path: inCase ? `permohonan/${inCase}` : 'beranda' };
  }
}
