import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { DayInput } from '../../../platform/ui/day-input.tsx';
import { DeskForm } from '../../../platform/ui/field.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import { letterKind, receivedKindNames } from '../registry.kinds.ts';

export const emptyReceived = {
  kind: letterKind,
  codeNumber: '',
  symbol: '',
  agency: '',
  subject: '',
  issuedOn: '',
  arrivedOn: '',
  dueOn: '',
  signerPosition: '',
  signerName: '',
  toPlaces: '',
  pageAmount: '',
  priority: '0',
};
export type ReceivedValues = typeof emptyReceived;
type Name = keyof ReceivedValues;
const dates: readonly Name[] = ['issuedOn', 'arrivedOn', 'dueOn'];
const before: readonly Name[] = ['codeNumber', 'symbol', 'agency', ...dates];
const after: readonly Name[] = ['signerPosition', 'signerName', 'pageAmount'];
const needed: readonly Name[] = ['agency', 'subject', 'issuedOn', 'arrivedOn'];

interface ReceivedFormProps {
  readonly label: string;
  readonly initial: ReceivedValues;
  readonly submitLabel: string;
  readonly isPending: boolean;
  readonly error: unknown;
  /** Above the fields: the file, where one may be given. */
  readonly children?: ReactNode;
  readonly onSubmit: (body: ReturnType<typeof bodyOf>) => void;
}

/** What the register keeps of a document that came in (Nghị định 30/2020/NĐ-CP, annex VI). */
export function ReceivedForm(props: ReceivedFormProps) {
  const t = useText('registry');
  const [values, setValues] = useState(props.initial);
  const set = (name: Name, value: string) => setValues({ ...values, [name]: value });
  const input = (name: Name) =>
    dates.includes(name) ? (
      <DayInput key={name} label={t(`receive.${name}`)} value={values[name]} onChange={(day) => set(name, day)} />
    ) : (
      <TextInput
        key={name}
        label={t(`receive.${name}`)}
        required={needed.includes(name)}
        value={values[name]}
        onChange={(event) => set(name, event.currentTarget.value)}
      />
    );
  return (
    <DeskForm label={props.label} onSubmit={() => props.onSubmit(bodyOf(values))}>
      {props.children}
      <NativeSelect
        label={t('list.kind')}
        value={values.kind}
        data={Object.entries(receivedKindNames).map(([value, label]) => ({ value, label }))}
        onChange={(event) => set('kind', event.currentTarget.value)}
      />
      {before.map(input)}
      <Textarea
        label={t('receive.subject')}
        required
        autosize
        minRows={2}
        value={values.subject}
        onChange={(event) => set('subject', event.currentTarget.value)}
      />
      <NativeSelect
        label={t('detail.priority')}
        value={values.priority}
        data={['0', '1', '2', '3'].map((value) => ({ value, label: t(`priority.${value}`) }))}
        onChange={(event) => set('priority', event.currentTarget.value)}
      />
      {after.map(input)}
      <Textarea
        label={t('receive.toPlaces')}
        autosize
        minRows={2}
        value={values.toPlaces}
        onChange={(event) => set('toPlaces', event.currentTarget.value)}
      />
      <FormError error={props.error} />
      <div>
        <Button
          type="submit"
          variant="filled"
          loading={props.isPending}
          disabled={needed.some((name) => values[name].trim() === '')}
        >
          {props.submitLabel}
        </Button>
      </div>
    </DeskForm>
  );
}

function bodyOf({ dueOn, pageAmount, priority, ...rest }: ReceivedValues) {
  return {
    ...rest,
    priority: Number(priority),
    ...(dueOn === '' ? {} : { dueOn }),
    ...(pageAmount === '' ? {} : { pageAmount: Number(pageAmount) }),
  };
}
