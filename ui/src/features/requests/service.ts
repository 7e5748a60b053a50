/** What a request in a list is for: its service, and whose SOP it follows, as SOPs of two governments may serve the same. */

import type { CaseSummaryView } from '../../ipc/generated/wire';
import { text } from '../../text/id';

export function serviceAlong({ service, sop_government: government }: Pick<CaseSummaryView, 'service' | 'sop_government'>): string {
  return [text.shared.services[service] ?? service, text.shared.shortGovernment(government)].filter(Boolean).join(' · ');
}
