/** Commands of the core, typed by the generated list. */

import { platform } from '../platform';
import type { ApiError, Changed, Commands, Topic } from './generated/wire';
import { publish } from './topics';

export type Command = keyof Commands;
export type Args<C extends Command> = Commands[C]['args'];
/** What a command answers; of one that changes something, its value. */
export type Answer<C extends Command> = Commands[C]['answer'] extends Changed<infer Value> ? Value : Commands[C]['answer'];

/** A command that was not carried out; nothing has changed. */
export class ApiFailure extends Error {
  constructor(
    readonly command: string,
    readonly error: ApiError,
  ) {
    super(error.message);
  }
}

/** Carries out a command; screens that show what it changed are told. */
export async function call<C extends Command>(command: C, args: Args<C>): Promise<Answer<C>> {
  const answer: unknown = JSON.parse(await send(command, JSON.stringify(args)));
  if (!isChanged(answer)) return answer as Answer<C>;
  publish(answer.changed);
  return answer.value as Answer<C>;
}

async function send(command: string, args: string): Promise<string> {
  try {
    return await platform.rpc(command, args);
  } catch (fault) {
    throw new ApiFailure(command, read(fault));
  }
}

/** What came back may also be a fault of the way there. */
function read(fault: unknown): ApiError {
  try {
    const error = JSON.parse(String(fault)) as ApiError;
    if (error.code) return error;
  } catch {
    // Told below.
  }
  return { code: 'internal', message: String(fault), faults: [] };
}

function isChanged(answer: unknown): answer is Changed<unknown> {
  return typeof answer === 'object' && answer !== null && 'changed' in answer && 'value' in answer;
}

export type { Topic };
