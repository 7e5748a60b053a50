/** What can be done before an office is open, besides typing its passphrase. */
export type StartPlace = 'create' | 'practice' | 'arrive' | 'import' | 'recover';
