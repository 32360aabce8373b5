import type { ComponentType } from 'react';
import type { IconName } from './icons.tsx';

/** One line in the rail of the desk. */
export interface WebNavigation {
  /** Path below `/desk`, with a leading slash: `/matrix`. */
  readonly path: string;
  /** Key in the namespace of the module. */
  readonly labelKey: string;
  readonly icon: IconName;
  /** The rail is sorted by this number: 10 home, 20 directives, 30 matrix, 40 newsroom, 50 channels, 60 reports, 90 administration. */
  readonly order: number;
  /** Name of a boolean in the session's `abilities`; the line is left out where it is not true. */
  readonly requires?: string;
  /** Other first path segments that light this line, such as `/tasks` under the matrix. */
  readonly covers?: readonly string[];
}

/** One page of administration, shown as a tab beside those of other modules. */
export interface WebAdministrationPage {
  readonly path: string;
  readonly labelKey: string;
  /** 10 people, 20 units, 30 mail and reminders, 90 history. */
  readonly order: number;
  readonly requires?: string;
}

export interface WebRoute {
  /** TanStack Router path below `/desk`, `$name` for parameters: `/directives/$directiveId`. */
  readonly path: string;
  readonly load: () => Promise<{ readonly component: ComponentType }>;
  /** `public`: shown without a session and without the shell (sign-in, invitation). */
  readonly access?: 'session' | 'public';
}

/** What a module contributes to the desk. Listed in src/app/desk/web-modules.ts. */
export interface WebModule {
  readonly name: string;
  readonly navigation: readonly WebNavigation[];
  readonly routes: readonly WebRoute[];
  readonly administration?: readonly WebAdministrationPage[];
}
