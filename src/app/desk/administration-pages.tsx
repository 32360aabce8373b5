import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AdministrationContext } from '../../platform/ui/administration-tabs.tsx';
import { webModules } from './web-modules.ts';

const pages = webModules
  .flatMap((module) => (module.administration ?? []).map((page) => ({ ...page, namespace: module.name })))
  .sort((one, other) => one.order - other.order);

/** Tells each page of administration which others stand beside it. */
export function AdministrationPages({ children }: { readonly children: ReactNode }) {
  const { t, i18n } = useTranslation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language
  const tabs = useMemo(
    () => pages.map((page) => ({ ...page, label: t(page.labelKey, { ns: page.namespace }) as string })),
    [t, i18n.language],
  );
  return <AdministrationContext value={tabs}>{children}</AdministrationContext>;
}
