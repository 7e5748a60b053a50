/** A step in words, for those who do not see its symbol and arrows. */

import { text } from '../../text/id';
import { ways, type Definition, type Duration, type Step } from './definition';

export function duration(time: Duration | null): string {
  return time ? text.sops.time(time.amount, time.unit, time.clock) : '';
}

export function describe(sop: Definition, step: Step, place?: string): string {
  const say = text.sops.diagram;
  const names = step.pelaksana.map((id) => sop.pelaksana.find((lane) => lane.id === id)?.nama ?? id).join(', ');
  const call = sop.sub_sop?.find(({ langkah }) => langkah === step.nomor);
  const at = sop.langkah.indexOf(step);
  const told = [
    say.step(step.nomor, text.sops.symbols[step.simbol], names, step.kegiatan.replace(/\.$/, '')),
    step.waktu && `${text.sops.form.time}: ${duration(step.waktu)}.`,
    ...ways(sop.langkah, at).map(({ to, label }) => (to <= step.nomor ? say.returns(label, to) : say.goes(label, to))),
    call && say.calls(call.id),
    place && `${say.places[place] ?? place}.`,
  ];
  return told.filter(Boolean).join(' ');
}
