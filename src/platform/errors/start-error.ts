/** Why the program cannot start, in words that the person at the terminal can act on: Vietnamese first, then English. */
export class StartError extends Error {
  constructor(vietnamese: string, english: string, cause?: unknown) {
    super(`${vietnamese}\n${english}`, { cause });
    this.name = 'StartError';
  }
}
