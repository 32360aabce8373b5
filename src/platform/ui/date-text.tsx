import { useTranslation } from 'react-i18next';
import { formatDate } from './date-format.ts';

export { dayOf, departmentZone, formatDate } from './date-format.ts';

export function useDateFormat(): (value: string, format?: { time?: boolean; weekday?: boolean }) => string {
  const { i18n } = useTranslation();
  return (value, format) => formatDate(value, { language: i18n.language, ...format });
}

/** A date or a moment in the reader's language and the department's zone. */
export function DateText({
  value,
  time,
  weekday,
}: {
  readonly value: string;
  readonly time?: boolean;
  readonly weekday?: boolean;
}) {
  const format = useDateFormat();
  return (
    <time dateTime={value}>
      {format(value, { ...(time === undefined ? {} : { time }), ...(weekday === undefined ? {} : { weekday }) })}
    </time>
  );
}
