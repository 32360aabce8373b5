import { createContext, useContext } from 'react';

/** Who is signed in, as the parts of the desk need it. Filled by app/desk from the accounts module. */
export interface Session {
  readonly person: {
    readonly id: string;
    readonly fullName: string;
    readonly email: string;
    readonly unitName: string;
  };
  readonly abilities: Readonly<Record<string, boolean>>;
  /** The installation holds example accounts and data. */
  readonly example: boolean;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession stands outside the shell of the desk');
  return session;
}

/** True where the signed-in person may do this somewhere; the server decides again at each change. */
export function useAbility(name: string): boolean {
  return useSession().abilities[name] === true;
}
