/** Where the system's programs are looked for. */
export function readSearchPath(environment: NodeJS.ProcessEnv = process.env): string {
  return environment.PATH ?? '';
}
