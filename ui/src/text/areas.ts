/** The areas of the texts. Each is a module of its own, so that a screen brings along only what it says. */

export { backups } from './backups';
export { batch } from './batch';
export { bundles } from './bundles';
export { cases } from './cases';
export { classifications } from './classifications';
export { evidence } from './evidence';
export { home } from './home';
export { journal } from './journal';
export { letters } from './letters';
export { numbers } from './numbers';
export { outgoing } from './outgoing';
export { owners } from './owners';
export { palette } from './palette';
export { requests } from './requests';
export { retention } from './retention';
export { scans } from './scans';
export { settings } from './settings';
export { shared } from './shared';
export { shell } from './shell';
export { sops } from './sops';
export { start } from './start';
export { templates } from './templates';
export { updates } from './updates';
export { users } from './users';
