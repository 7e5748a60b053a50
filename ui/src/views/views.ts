/** The views by the first part of their address. */

import type { Component } from 'svelte';
import Cases from './Cases.svelte';
import Home from './Home.svelte';
import Letters from './Letters.svelte';
import Owners from './Owners.svelte';
import Scans from './Scans.svelte';
import Settings from './Settings.svelte';
import Sops from './Sops.svelte';

export const views: Record<string, Component> = {
  beranda: Home,
  permohonan: Cases,
  pindai: Scans,
  surat: Letters,
  pemilik: Owners,
  sop: Sops,
  pengaturan: Settings,
};
