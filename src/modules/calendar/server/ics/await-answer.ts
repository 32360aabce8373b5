import type { EventEmitter } from 'node:events';
import { fileTooCostly } from '../calendar.errors.ts';
import type { IcsAnswer } from './ics-shapes.ts';

/** Milliseconds until the thread has to have begun, and from then on until its answer. */
export interface TimesAllowed {
  readonly toBegin: number;
  readonly toAnswer: number;
}

/**
 * The answer of the thread. Its time counts from when it has begun: a machine with much to do needs seconds to start a
 * thread and load the library, which says nothing about the file.
 */
export function awaitAnswer(thread: EventEmitter, allowed: TimesAllowed): Promise<IcsAnswer> {
  return new Promise((resolve, reject) => {
    const refuse = () => {
      clearTimeout(timer);
      reject(fileTooCostly());
    };
    let timer = setTimeout(refuse, allowed.toBegin);
    thread.on('message', (answer: IcsAnswer) => {
      clearTimeout(timer);
      if (answer.kind === 'begun') timer = setTimeout(refuse, allowed.toAnswer);
      else resolve(answer);
    });
    thread.once('error', refuse);
    thread.once('exit', refuse);
  });
}
