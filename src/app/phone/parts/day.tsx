import { formatDate } from '../../../platform/ui/date-format.ts';
import { useLanguage } from '../texts.ts';

export function Day({ value }: { readonly value: string }) {
  const language = useLanguage();
  return <time dateTime={value}>{formatDate(value, { language })}</time>;
}
