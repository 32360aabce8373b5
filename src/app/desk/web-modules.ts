import type { WebModule } from '../../platform/ui/web-module.ts';

/** What the desk is composed of, in the order of the department's work. One import and one line a module. */
export const webModules: readonly WebModule[] = [];
