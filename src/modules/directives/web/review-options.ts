import { useTranslation } from 'react-i18next';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { listUnits } from '../../organisation/organisation.contract.ts';
import type { DirectiveDetail } from '../directives.contract.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface ReviewOptions {
  readonly units: readonly Option[];
  readonly channels: readonly Option[];
  readonly themes: readonly Option[];
}

/** Units, groups and channels to choose from, named in the language of the desk. */
export function useReviewOptions({ channels, themes }: Pick<DirectiveDetail, 'channels' | 'themes'>): ReviewOptions {
  const { i18n } = useTranslation();
  const { data } = useEndpoint(listUnits);
  const toOption = ({ id, names }: { id: string; names: Record<string, string> }): Option => ({
    value: id,
    label: names[i18n.language] ?? names.vi ?? id,
  });
  return {
    units: data ? [...data.groups, ...data.units].map(toOption) : [],
    channels: channels.map(toOption),
    themes: themes.map(toOption),
  };
}

export function nameIn(options: readonly Option[], id: string): string {
  return options.find((option) => option.value === id)?.label ?? id;
}
