import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { ErrorState, LoadingState } from '../../platform/ui/states.tsx';
import type { WebRoute } from '../../platform/ui/web-module.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { SessionGate } from './session-gate.tsx';
import { webModules } from './web-modules.ts';

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });
const shellRoute = createRoute({ getParentRoute: () => rootRoute, id: 'shell', component: SessionGate });

function page(route: WebRoute) {
  return { path: route.path, component: lazyRouteComponent(route.load, 'component') };
}

const all = webModules.flatMap((module) => module.routes);
const publicRoutes = all
  .filter((route) => route.access === 'public')
  .map((route) => createRoute({ getParentRoute: () => rootRoute, ...page(route) }));
const sessionRoutes = all
  .filter((route) => route.access !== 'public')
  .map((route) => createRoute({ getParentRoute: () => shellRoute, ...page(route) }));
const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
});
const anywhereRoute = createRoute({ getParentRoute: () => shellRoute, path: '$', component: NotFoundPage });

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    ...publicRoutes,
    shellRoute.addChildren([homeRoute, ...sessionRoutes, anywhereRoute]),
  ]),
  basepath: '/desk',
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: () => <LoadingState />,
  defaultErrorComponent: ({ error, reset }) => <ErrorState error={error} retry={reset} />,
});
