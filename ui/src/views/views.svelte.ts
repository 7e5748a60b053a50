/** The views by the first part of their address. The first page and the requests come with the frame; the others are fetched when somebody goes there. */

import type { Component } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { beforeArriving } from '../shared/route.svelte';
import Cases from './Cases.svelte';
import Home from './Home.svelte';

const there = new SvelteMap<string, Component>([
  ['beranda', Home],
  ['permohonan', Cases],
]);

const later: Record<string, () => Promise<{ default: Component }>> = {
  pindai: () => import('./Scans.svelte'),
  surat: () => import('./Letters.svelte'),
  pemilik: () => import('./Owners.svelte'),
  sop: () => import('./Sops.svelte'),
  pengaturan: () => import('./Settings.svelte'),
};

/** Whether there is a view of this name. */
export const isView = (name: string): boolean => there.has(name) || name in later;

/** The view, once it is there. */
export const viewOf = (name: string): Component | undefined => there.get(name);

/** Has a view there before it is shown. */
export async function fetchView(name: string): Promise<void> {
  const fetch = there.has(name) ? undefined : later[name];
  if (fetch) there.set(name, (await fetch()).default);
}

for (const name of Object.keys(later)) beforeArriving(name, () => fetchView(name));
