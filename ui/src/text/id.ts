/** Every text that officers read, by area. */

import { backups } from './backups';
import { batch } from './batch';
import { bundles } from './bundles';
import { cases } from './cases';
import { classifications } from './classifications';
import { evidence } from './evidence';
import { home } from './home';
import { journal } from './journal';
import { letters } from './letters';
import { numbers } from './numbers';
import { outgoing } from './outgoing';
import { owners } from './owners';
import { palette } from './palette';
import { requests } from './requests';
import { retention } from './retention';
import { scans } from './scans';
import { settings } from './settings';
import { shared } from './shared';
import { shell } from './shell';
import { sops } from './sops';
import { start } from './start';
import { templates } from './templates';
import { users } from './users';

export const text = { shared, shell, home, backups, batch, bundles, cases, classifications, evidence, journal, letters, numbers, outgoing, owners, palette, requests, retention, scans, sops, settings, start, templates, users };
