import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatDay, parseDay } from './day-words.ts';
import { useText } from './use-text.ts';

export interface DayInputProps {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  /** `2026-02-03`, or empty. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly error?: ReactNode;
  readonly readOnly?: boolean;
  readonly size?: 'sm' | 'md';
  readonly max?: string;
}

/**
 * A day as it is written in Vietnam, 03/02/2026. The browser's own field shows month and day in the order of the
 * computer's language, so that 3 February reads as 2 March on a computer set to English.
 */
export function DayInput({ label, description, value, onChange, error, readOnly = false, size, max }: DayInputProps) {
  const t = useText('platform');
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? formatDay(value);
  const day = typed === null ? value : parseDay(typed);
  const isWrong = typed !== null && typed.trim() !== '' && day === null;
  const isTooLate = max !== undefined && day !== null && day > max;
  const problem = isWrong ? t('day.wrong') : isTooLate ? t('day.too_late', { day: formatDay(max) }) : error;
  return (
    <TextInput
      label={label}
      description={description}
      placeholder={t('day.form')}
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      value={shown}
      readOnly={readOnly}
      error={problem}
      {...(size === undefined ? {} : { size })}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const read = text.trim() === '' ? '' : parseDay(text);
        // Half a day is no answer yet: until it is one, what was there before stays.
        if (read !== null) onChange(read);
      }}
      onBlur={() => {
        if (!isWrong) setTyped(null);
      }}
    />
  );
}
