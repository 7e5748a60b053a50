/** The state of a place in one sentence. */

import type { BackupPlaceView } from '../../../ipc/generated/wire';
import { near } from '../../../shared/format';
import { text } from '../../../text/id';

export function sentence(place: BackupPlaceView, today: string): string {
  const words = text.backups;
  if (!place.looked && !place.last_at) return words.looking;
  if (!place.last_at) return words.never;
  const [newest] = place.backups;
  const made = words.last(near(place.last_at, today));
  if (newest?.test) return `${made}; ${(newest.test.good ? words.tested : words.failed)(near(newest.test.tested_at, today))}`;
  if (place.test?.good) return `${made}; ${words.testedBefore(near(place.test.tested_at, today))}`;
  return `${made}; ${words.untested}`;
}
