/** The computer around the window, as features may use it: choosing and dropping files, closing, the default viewer. */

export { platform } from '../platform';
export type { Drag, LocalFile, PickOptions } from '../platform';
