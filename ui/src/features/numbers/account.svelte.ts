/** What an officer says about numbers that the application did not give. */

import type { NumberAccountArgs, NumberUseName } from '../../ipc/generated/wire';

export class AccountForm {
  use = $state<NumberUseName>('buku');
  first = $state('');
  last = $state('');
  whole = $state('');
  dated = $state('');
  about = $state('');
  party = $state('');
  continues = $state('tidak');

  /** `gap` is a range that is to be explained. */
  constructor(gap?: readonly [number, number]) {
    if (!gap) return;
    this.use = 'tidak-dipakai';
    this.first = String(gap[0]);
    if (gap[1] > gap[0]) this.last = String(gap[1]);
  }

  /** Nobody uses it: then there is no letter to tell of. */
  get unused(): boolean {
    return this.use === 'tidak-dipakai';
  }

  /** A single number, as far as can be read. */
  get single(): boolean {
    return !this.last.trim() || this.last.trim() === this.first.trim();
  }

  /** The field whose number cannot be read, if there is one. */
  get unreadable(): 'first' | 'last' | undefined {
    const isNumber = (typed: string) => /^\d{1,9}$/.test(typed.trim());
    if (!isNumber(this.first)) return 'first';
    return this.single || isNumber(this.last) ? undefined : 'last';
  }

  args(register: string, year: number): NumberAccountArgs {
    const { use, dated, about, party, whole, unused, single } = this;
    return {
      register,
      year,
      first: Number(this.first.trim()),
      use,
      about,
      continues: this.continues === 'ya',
      ...(!single && { last: Number(this.last.trim()) }),
      ...(!unused && single && { text: whole }),
      ...(!unused && { party, ...(dated && { dated }) }),
    };
  }
}
