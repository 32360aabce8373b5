import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { parseTime } from './time-words.ts';
import { useText } from './use-text.ts';

/**
 * An hour of the day from 00:00 to 23:59, as it is written in Vietnam. The browser's own field asks for AM and PM on a
 * computer set to English.
 */
export function TimeInput({
  label,
  value,
  onChange,
  error,
}: {
  readonly label: ReactNode;
  /** `08:30`, or empty. */
  readonly value: string;
  readonly onChange: (time: string) => void;
  readonly error?: ReactNode;
}) {
  const t = useText('platform');
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && typed.trim() !== '' && parseTime(typed) === null;
  return (
    <TextInput
      label={label}
      placeholder={t('time.form')}
      autoComplete="off"
      maxLength={10}
      value={typed ?? value}
      error={isWrong ? t('time.wrong') : error}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const read = text.trim() === '' ? '' : parseTime(text);
        if (read !== null) onChange(read);
      }}
      onBlur={() => {
        if (!isWrong) setTyped(null);
      }}
    />
  );
}
