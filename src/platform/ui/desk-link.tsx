import { Link, useNavigate } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';

export interface DeskLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly ref?: Ref<HTMLAnchorElement>;
  /** Path below `/desk`, parameters as `$name`. */
  readonly to: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly search?: Readonly<Record<string, unknown>>;
  readonly children: ReactNode;
}

// The routes come from the modules at run time, so the router's compile-time paths do not know them.
const LooseLink = Link as unknown as (props: DeskLinkProps) => ReactNode;

/** A link inside the desk. A path that came from the server may carry its search: `/tasks?deadline=late`. */
export function DeskLink(props: DeskLinkProps) {
  const { path, search } = splitPath(props.to);
  return <LooseLink {...props} to={path} {...(search === null ? {} : { search })} />;
}

function splitPath(to: string): { path: string; search: Record<string, string> | null } {
  const mark = to.indexOf('?');
  if (mark < 0) return { path: to, search: null };
  return { path: to.slice(0, mark), search: Object.fromEntries(new URLSearchParams(to.slice(mark + 1))) };
}

export interface Target {
  readonly to: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly search?: Readonly<Record<string, unknown>>;
  readonly replace?: boolean;
}

/** Goes to another page of the desk: `goTo({ to: '/tasks/$taskId', params: { taskId } })`. */
export function useGoTo(): (target: Target) => Promise<void> {
  return useNavigate() as unknown as (target: Target) => Promise<void>;
}
