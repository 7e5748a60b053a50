/** An officer at the window: does what each step asks for, by what the screen shows. The core is asked only what is still missing. */

import { expect, type Locator, type Page } from '@playwright/test';
import type { CaseView, FieldView } from '../../../ui/src/ipc/generated/wire.ts';
import type { Host } from './host.ts';
import { letterValues, pdf } from './samples.ts';

export class Officer {
  private files = 0;

  constructor(
    readonly page: Page,
    readonly host: Host,
    readonly id: string,
  ) {}

  view(): Promise<CaseView> {
    return this.host.call('case_show', { case: this.id });
  }

  /** Everything that the current step asks for. */
  async gather(): Promise<void> {
    await this.fill();
    await this.attach();
    await this.issueLetters();
    await this.takeBack();
    await this.mendOwner();
  }

  /** Gathers, and completes with what is offered first. */
  async pass(): Promise<void> {
    await this.gather();
    await this.press();
  }

  /** Presses the offered button; waits until the case has moved on. */
  async press(button: Locator = this.bar().getByRole('button').first()): Promise<void> {
    const before = await this.view();
    await this.until(() => button.click(), before);
    await this.moved(before);
  }

  /** Sends the case back with a note, at a decision that has a way back. */
  async sendBack(note: string): Promise<void> {
    const before = await this.view();
    const dialog = this.page.getByRole('dialog');
    await expect(async () => {
      await this.bar().getByRole('button', { name: /, kembalikan$/ }).click();
      await expect(dialog).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await dialog.getByLabel('Catatan').fill(note);
    await this.until(() => dialog.getByRole('button', { name: /kembalikan$/ }).click(), before);
    await this.moved(before);
  }

  /** Clicks until the case has changed: clicks right after a completion are taken for its echo and do nothing. */
  private async until(click: () => Promise<void>, before: CaseView): Promise<void> {
    await expect(async () => {
      if ((await this.view()).revision === before.revision) await click();
      await expect.poll(async () => (await this.view()).revision, { timeout: 1_000 }).toBeGreaterThan(before.revision);
    }).toPass();
  }

  async moved(before: CaseView): Promise<void> {
    await expect.poll(async () => (await this.view()).revision).toBeGreaterThan(before.revision);
    const now = await this.view();
    if (now.form) await expect(this.page.getByText(`Langkah ${now.step} dari ${now.steps.length}`)).toBeVisible();
  }

  bar(): Locator {
    return this.page.getByRole('group', { name: 'Tindakan langkah' });
  }

  private async fill(): Promise<void> {
    const view = await this.view();
    for (const field of view.form?.fields ?? []) {
      if (field.required && !field.value) await this.answer(field, view);
    }
  }

  private async answer(field: FieldView, view: CaseView): Promise<void> {
    const control = this.page.locator(`[id="${field.id}"]`);
    if (field.kind === 'waktu' || field.kind === 'tanggal') {
      if (field.id === 'berlaku_sampai') await control.fill('2028-11-20');
      else await this.page.getByRole('button', { name: `Isi ${field.label} dengan waktu sekarang` }).click();
    } else if (field.kind === 'centang') await control.check();
    else if (field.choices.length) await control.selectOption(this.choice(field, view));
    else await control.fill(typed(field, view));
    await control.blur();
    await expect.poll(async () => (await this.view()).form?.fields.find((now) => now.id === field.id)?.value, field.id).toBeTruthy();
  }

  private choice(field: FieldView, view: CaseView): string {
    const reason = view.opening?.reason;
    return field.kind === 'alasan' && reason ? reason : (field.choices[0]?.value ?? '');
  }

  private async attach(): Promise<void> {
    const missing = (await this.view()).form?.missing.filter(({ kind }) => kind === 'document' || kind === 'reason-evidence') ?? [];
    for (const { id, kind } of missing) {
      const place = this.page.locator(kind === 'document' ? `[id="berkas-${id}"]` : `[id="bukti-${id}"]`);
      await this.choose(place.getByRole('button', { name: /^(Pilih berkas|Lampirkan)/ }), id);
      await expect.poll(async () => (await this.view()).form?.missing.some((still) => still.id === id)).toBe(false);
    }
  }

  /** Presses what opens the choice of a file, and chooses a file of its own. */
  private async choose(button: Locator, name: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await button.click();
    const text = `${name} ${this.id} ${++this.files}`;
    await (await chooser).setFiles({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer: pdf(text) });
  }

  private async issueLetters(): Promise<void> {
    for (const offer of (await this.view()).form?.letters.filter(({ issued }) => !issued) ?? []) {
      await this.page.locator(`[id="surat-${offer.template}"]`).getByRole('button').click();
      const dialog = this.page.getByRole('dialog');
      for (const [name, value] of Object.entries(letterValues)) {
        const control = dialog.locator(`[id="nilai-${name}"]`);
        if (await control.count()) await control.fill(value);
      }
      await dialog.getByRole('button', { name: 'Terbitkan' }).click();
      await expect(dialog).toBeHidden();
    }
  }

  private async takeBack(): Promise<void> {
    for (const letter of (await this.view()).letters.filter(({ scan_back, returned }) => scan_back && !returned)) {
      const place = this.page.locator(`[id="surat-${letter.template}"]`);
      await this.choose(place.getByRole('button', { name: 'Pilih pindaian yang sudah ditandatangani' }), `bertanda-tangan-${letter.readable}`);
      await expect.poll(async () => (await this.view()).letters.find((now) => now.letter === letter.letter)?.returned).toBeTruthy();
    }
  }

  /** What a change of data says goes into the register before the step is completed. */
  private async mendOwner(): Promise<void> {
    const view = await this.view();
    if (!view.owner || !view.form?.warnings.some(({ code }) => code === 'owner-not-updated')) return;
    const { details } = await this.host.call('owner_show', { owner: view.owner.owner });
    const post = view.form.fields.find(({ id }) => id === 'menjadi')?.value;
    const nik = await this.host.call('owner_reveal', { owner: view.owner.owner });
    if (details && post) await this.host.call('owner_record', { owner: view.owner.owner, details: { ...details, nik, post } });
  }
}

/** What an officer types into a field without choices. */
function typed(field: FieldView, view: CaseView): string {
  const current = view.certificate?.details;
  const known: Record<string, string | undefined> = {
    username_ams: view.owner?.email.split('@')[0], perihal_perubahan: 'Jabatan', diteruskan_kepada: 'Kepala Bidang Persandian dan Keamanan Informasi',
    semula: view.owner?.post, menjadi: 'Kepala Bidang Pelayanan Kesehatan',
  };
  const byKind: Record<string, string | undefined> = {
    'subjek-dn': current?.subject_dn, serial: field.id.endsWith('_baru') ? `99${current?.serial}` : current?.serial, angka: '3', paragraf: 'Diproses sesuai ketentuan',
  };
  return known[field.id] ?? byKind[field.kind] ?? 'Contoh Petugas, A.Md.';
}
