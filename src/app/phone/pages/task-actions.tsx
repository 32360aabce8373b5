import { type FormEvent, useState } from 'react';
import type { TaskAction, TaskDetail } from '../../../modules/plan/plan.shapes.contract.ts';
import { ApiError, callEndpoint } from '../../../platform/ui/api-client.ts';
import { actOnTask } from '../endpoints.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { ErrorLine } from '../parts/states.tsx';
import { usePhoneSession } from '../session.ts';
import { useText } from '../texts.ts';
import { reportAnswer } from '../use-network.ts';
import styles from './task-actions.module.css';
import { possibleSteps, stepsWithWords } from './task-steps.ts';

const wordsFor: Partial<Record<TaskAction, string>> = {
  report: 'plan:task.progress',
  ask: 'plan:task.question',
  answer: 'plan:task.answer',
};

/** The steps that the server allows now. They need a network: what others decide on must not wait in a pocket. */
export function TaskActions(props: {
  readonly task: TaskDetail;
  readonly onChange: (task: TaskDetail) => void;
  readonly onOutdated: () => void;
}) {
  const { task } = props;
  const t = useText();
  const { isAway } = usePhoneSession();
  const [asked, setAsked] = useState<TaskAction | null>(null);
  const [running, setRunning] = useState<TaskAction | null>(null);
  const [error, setError] = useState<unknown>(null);
  const steps = possibleSteps(task);
  const run = async (action: TaskAction, reason: string) => {
    setRunning(action);
    setError(null);
    try {
      const body = { action, reason, version: task.version };
      props.onChange(await callEndpoint(actOnTask, { params: { id: task.id }, body }));
      setAsked(null);
    } catch (caught) {
      const code = caught instanceof ApiError ? caught.code : '';
      if (code === 'platform.network_away') reportAnswer(false);
      if (code === 'plan.reason_missing' && asked === null) setAsked(action);
      else setError(caught);
      if (code === 'platform.version_conflict' || code === 'platform.transition_not_allowed') props.onOutdated();
    } finally {
      setRunning(null);
    }
  };
  if (steps.length === 0) return null;
  return (
    <div className={styles.actions}>
      {steps.map((step) => (
        <Button
          key={step}
          isBusy={running === step}
          isDisabled={isAway}
          onClick={() => (stepsWithWords.includes(step) ? setAsked(step) : void run(step, ''))}
        >
          {t(`plan:action.${task.mode}.${step}`)}
        </Button>
      ))}
      {isAway ? <p className={styles.away}>{t('task.needs_network')}</p> : null}
      {asked === null ? <ErrorLine error={error} /> : null}
      {asked === null ? null : (
        <WordsDialog
          title={t(`plan:action.${task.mode}.${asked}`)}
          label={t(wordsFor[asked] ?? 'platform:dialog.reason')}
          question={asked === 'answer' ? task.questions.find((each) => each.answer === null)?.question : undefined}
          isBusy={running !== null}
          error={error}
          onClose={() => {
            setAsked(null);
            setError(null);
          }}
          onSend={(words) => void run(asked, words)}
        />
      )}
    </div>
  );
}

function WordsDialog(props: {
  readonly title: string;
  readonly label: string;
  readonly question: string | undefined;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onSend: (words: string) => void;
}) {
  const t = useText();
  const [words, setWords] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isMissing = words.trim().length < 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!isMissing) props.onSend(words.trim());
  };
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form className={styles.words} onSubmit={submit} noValidate>
        {props.question === undefined ? null : <p>{props.question}</p>}
        <Field label={props.label} error={isChecked && isMissing ? t('plan:errors.reason_missing') : null}>
          {(control) => (
            <textarea {...control} rows={4} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
          )}
        </Field>
        <ErrorLine error={props.error} />
        <Button type="submit" isFilled isBusy={props.isBusy}>
          {props.title}
        </Button>
        <Button onClick={props.onClose}>{t('platform:dialog.cancel')}</Button>
      </form>
    </Dialog>
  );
}
