/** Opens a request from its form: first the owner and the certificate that are typed in it, then the case. What was recorded is not recorded twice. */

import { ApiFailure, call } from '../../ipc/call';
import type { CaseView, Fault, ReasonView, SopSummary } from '../../ipc/generated/wire';
import { OwnerCheck } from '../owners/check.svelte';
import { emptyOwner } from '../owners/forms';
import { empty, missing, toArgs, type Chosen, type Typed } from './fresh';

export class Opening {
  typed = $state<Typed>(empty(''));
  sops = $state.raw<SopSummary[]>([]);
  reasons = $state.raw<ReasonView[]>([]);
  busy = $state(false);
  faults = $state.raw<Fault[]>([]);
  failure = $state.raw<ApiFailure>();
  readonly check = new OwnerCheck();
  readonly #touch: () => void;
  #missing: ReadonlySet<string> = new Set();

  /** `touch` keeps what is typed. */
  constructor(touch: () => void) {
    this.#touch = touch;
  }

  get chosen(): Chosen {
    const sop = this.sops.find(({ sop }) => sop === this.typed.sop);
    const reason = this.reasons.find(({ id }) => id === this.typed.reason);
    return { revocation: sop?.service === 'pencabutan', explained: reason?.text_required ?? false };
  }

  /** What is wrong with a field; that it was empty is no longer said once it is filled in. */
  fault(field: string): string | undefined {
    const fault = this.faults.find((fault) => fault.field === field);
    const filled = field in this.typed && this.typed[field as keyof Typed] !== '';
    return fault && !(filled && this.#missing.has(field)) ? fault.text : undefined;
  }

  /** Takes an owner of the register, with what is known of them: their only active certificate, and their institution as the sender. */
  async pick(owner: string): Promise<void> {
    Object.assign(this.typed, { owner, adding: false, certificate: '' });
    this.#touch();
    const { certificates, details } = await this.#tell(() => call('owner_show', { owner })) ?? { certificates: [], details: null };
    if (this.typed.owner !== owner) return;
    const active = certificates.filter(({ state }) => state === 'active');
    if (active.length === 1) this.typed.certificate = active[0]?.certificate ?? '';
    this.typed.sender ||= details?.institution ?? '';
    this.#touch();
  }

  /** Begins an owner who is not in the register; what was searched may be their name or a number of theirs. */
  add(searched: string): void {
    const digits = searched.replace(/\D/g, '');
    const known = digits.length === 16 ? { nik: digits } : digits.length === 18 ? { nip: digits } : digits ? {} : { name: searched };
    Object.assign(this.typed, { adding: true, owner: '', certificate: '', details: { ...emptyOwner(), ...known }, confirmed: {} });
    this.#touch();
  }

  /** Leaves the owner open again. */
  drop(): void {
    Object.assign(this.typed, { adding: false, owner: '', certificate: '' });
    this.#touch();
  }

  /** Reads what the form offers. */
  async begin(): Promise<void> {
    await this.#tell(async () => {
      [this.sops, this.reasons] = await Promise.all([call('sop_list', {}), call('reason_list', {})]);
    });
  }

  /** Opens the case; nothing if something is still to be mended. A second press while the first is under way does nothing. */
  async open(): Promise<CaseView | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    try {
      const empty = missing(this.typed, this.chosen);
      this.#missing = new Set(empty.map((fault) => fault.field));
      [this.faults, this.failure] = [[...empty, ...(await this.#ownerFaults())], undefined];
      if (this.faults.length) return undefined;
      await this.#recordOwner();
      await this.#recordCertificate();
      return await call('case_open', toArgs(this.typed, this.chosen));
    } catch (fault) {
      if (!(fault instanceof ApiFailure)) throw fault;
      this.#refused(fault);
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  /** An owner that is typed here is judged together with the rest of the form. */
  async #ownerFaults(): Promise<Fault[]> {
    if (!this.typed.adding) return [];
    try {
      const { warnings } = await call('owner_check', { ...this.typed.details });
      await this.check.now(this.typed.details);
      return warnings.filter(({ code }) => !this.typed.confirmed[code]?.trim()).map(({ code, text }) => ({ field: code, text }));
    } catch (fault) {
      if (!(fault instanceof ApiFailure) || !fault.error.faults.length) throw fault;
      this.check.refused(fault.error.faults, this.typed.details);
      return fault.error.faults;
    }
  }

  async #recordOwner(): Promise<void> {
    if (!this.typed.adding) return;
    const owner = await call('owner_record', { details: this.typed.details, confirmed: this.typed.confirmed });
    Object.assign(this.typed, { owner, adding: false });
    this.#touch();
  }

  async #recordCertificate(): Promise<void> {
    if (this.typed.certificate !== 'new') return;
    this.typed.certificate = await call('certificate_record', { owner: this.typed.owner, details: this.typed.certificateDetails });
    this.#touch();
  }

  /** What goes wrong beside the form's own button. */
  async #tell<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (fault) {
      if (!(fault instanceof ApiFailure)) throw fault;
      this.failure = fault;
      return undefined;
    }
  }

  #refused(failure: ApiFailure): void {
    const { faults, field, message } = failure.error;
    if (faults.length) this.faults = faults;
    else if (field) this.faults = [{ field, text: message }];
    else this.failure = failure;
    if (this.typed.adding) this.check.refused(this.faults, this.typed.details);
  }
}
