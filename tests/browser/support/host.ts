/** The test host: the real core and the real store behind loopback HTTP, one for each test. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Changed, Commands } from '../../../ui/src/ipc/generated/wire.ts';

type Answer<C extends keyof Commands> = Commands[C]['answer'] extends Changed<infer Value> ? Value : Commands[C]['answer'];

const ROOT = new URL('../../..', import.meta.url).pathname;
const PROGRAM = process.env.SANDIKA_DEVHOST ?? join(ROOT, 'target/debug/sandika-devhost');

export class Host {
  private constructor(
    readonly url: string,
    readonly data: string,
    private readonly process: ChildProcess,
  ) {}

  static async start(more: string[] = []): Promise<Host> {
    const data = await mkdtemp(join(tmpdir(), 'sandika-uji-'));
    const child = spawn(PROGRAM, ['--data', data, '--ui', join(ROOT, 'ui/dist'), '--murah', ...more], { stdio: ['ignore', 'pipe', 'inherit'] });
    const url = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).once('line', resolve);
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`the test host ended with ${code}`)));
    });
    return new Host(url.trim(), data, child);
  }

  /** Carries out a command beside the window, as a second look at the same office. */
  async call<C extends keyof Commands>(command: C, args: Partial<Commands[C]['args']> = {}): Promise<Answer<C>> {
    const answer = await fetch(`${this.url}/rpc/${command}`, { method: 'POST', body: JSON.stringify(args) });
    const body: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${command}: ${JSON.stringify(body)}`);
    const changed = typeof body === 'object' && body !== null && 'changed' in body && 'value' in body;
    return (changed ? (body as Changed<unknown>).value : body) as Answer<C>;
  }

  /** Sets the office's clock. */
  async setClock(moment: string): Promise<void> {
    await fetch(`${this.url}/clock`, { method: 'POST', body: moment });
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('close', resolve));
    this.process.kill();
    await gone;
    await rm(this.data, { recursive: true, force: true });
  }
}
