/** Which way out is offered first: it follows from what the form says. */

import type { FormView, OutcomeView } from '../../ipc/generated/wire';

/** The outcomes, the offered one first. Where something differs from the register, that is the way back, or else the way that is not the main one. */
export function ways({ outcomes, differences }: Pick<FormView, 'outcomes' | 'differences'>): OutcomeView[] {
  const main = outcomes.find((outcome) => !outcome.returns);
  const differs = differences.some((pair) => !pair.same);
  const first = differs ? (outcomes.find((outcome) => outcome.returns) ?? outcomes.find((outcome) => outcome !== main) ?? main) : (main ?? outcomes[0]);
  return first ? [first, ...outcomes.filter((outcome) => outcome !== first)] : [];
}
