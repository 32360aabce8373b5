import { type FormEvent, useState } from 'react';
import type { HandedInKind } from '../../../modules/plan/plan.evidence.contract.ts';
import { dayOf } from '../../../platform/ui/date-format.ts';
import { Icon } from '../../../platform/ui/icons.tsx';
import { handIn } from '../data/hand-in.ts';
import type { QueuedEvidence } from '../data/queue.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Screen } from '../parts/screen.tsx';
import { usePhoneSession } from '../session.ts';
import { useText } from '../texts.ts';
import { kindIcons } from './evidence-rows.tsx';
import { FileTiles } from './file-tiles.tsx';
import styles from './hand-in-form.module.css';
import { kindsWithFiles, useDraft } from './use-draft.ts';

const kinds: readonly HandedInKind[] = ['photo', 'link', 'figure', 'file', 'signed_sheet'];

/** Kind, files, words, and one button. What is handed in is first safe on this device, then sent. */
export function HandInForm(props: {
  readonly title: string;
  readonly back: string;
  readonly task: { readonly id: string; readonly unitId: string; readonly title: string };
  readonly mends?: QueuedEvidence;
  /** Why the server refused it before. */
  readonly refusal?: string;
  readonly onDone: () => void;
}) {
  const { task, mends } = props;
  const t = useText();
  const { me, isAway } = usePhoneSession();
  const draft = useDraft(task, mends);
  const { kind, typed, write } = draft;
  const [isSaving, setSaving] = useState(false);
  const [isFull, setFull] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSaving) return;
    if (!draft.check()) {
      const form = event.currentTarget as HTMLFormElement;
      // Once the page says what is wrong.
      setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setSaving(true);
    setFull(false);
    try {
      await handIn({ personId: me.person.id, task, words: draft.words, files: draft.files, mends });
      props.onDone();
    } catch {
      // The device has no room, or keeps nothing in a private window: then nothing is called kept.
      setFull(true);
      setSaving(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label={props.title}>
      <Screen
        title={props.title}
        back={props.back}
        action={
          <>
            <Button type="submit" isFilled isWide isBusy={isSaving} isDisabled={draft.isPreparing}>
              {isAway ? t('hand_in.submit_away') : t('plan:evidence.submit')}
            </Button>
            <p className={styles.promise}>{t('hand_in.promise')}</p>
          </>
        }
      >
        <div className={styles.fields}>
          <h1>{task.title}</h1>
          {props.refusal === undefined ? null : <p className={styles.refusal}>{props.refusal}</p>}
          {isFull ? (
            <p className={styles.refusal} role="alert">
              {t('hand_in.no_room')}
            </p>
          ) : null}
          <fieldset className={styles.kinds}>
            <legend>{t('plan:evidence.kind')}</legend>
            <div>
              {kinds.map((each) => (
                <label key={each}>
                  <input
                    type="radio"
                    name="kind"
                    value={each}
                    checked={kind === each}
                    onChange={() => draft.chooseKind(each)}
                  />
                  <Icon name={kindIcons[each]} size={22} />
                  {t(`kind.${each}`)}
                </label>
              ))}
            </div>
          </fieldset>
          {kind === 'signed_sheet' ? <p className={styles.hint}>{t('plan:evidence.sensitive')}</p> : null}
          {kindsWithFiles.includes(kind) ? (
            <FileTiles
              kind={kind}
              files={draft.files}
              isPreparing={draft.isPreparing}
              problem={draft.fileProblem ?? draft.says('files')}
              onAdd={(files) => void draft.addFiles(files)}
              onRemove={draft.removeFile}
            />
          ) : null}
          {kind === 'photo' ? (
            <label className={styles.people}>
              <input
                type="checkbox"
                checked={typed.showsPeople}
                onChange={(event) => write({ showsPeople: event.currentTarget.checked })}
              />
              <span>
                {t('plan:evidence.people')}
                <small>{t('plan:evidence.people_hint')}</small>
              </span>
            </label>
          ) : null}
          {kind === 'link' ? (
            <Field label={t('plan:evidence.url')} error={draft.says('url')}>
              {(control) => (
                <input
                  {...control}
                  type="url"
                  inputMode="url"
                  value={typed.url}
                  onChange={(event) => write({ url: event.currentTarget.value })}
                />
              )}
            </Field>
          ) : null}
          <Field label={t(kind === 'photo' ? 'hand_in.shows' : 'plan:evidence.what')} error={draft.says('title')}>
            {(control) => (
              <textarea
                {...control}
                rows={2}
                maxLength={300}
                value={typed.title}
                onChange={(event) => write({ title: event.currentTarget.value })}
              />
            )}
          </Field>
          {kind === 'link' ? null : <FigureFields draft={draft} />}
          <Field label={t('plan:evidence.day')} error={draft.says('occurredOn')}>
            {(control) => (
              <input
                {...control}
                type="date"
                max={dayOf(new Date())}
                value={typed.occurredOn}
                onChange={(event) => write({ occurredOn: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label={t('hand_in.note')} hint={t('hand_in.optional')}>
            {(control) => (
              <textarea
                {...control}
                rows={2}
                maxLength={1000}
                value={typed.note}
                onChange={(event) => write({ note: event.currentTarget.value })}
              />
            )}
          </Field>
        </div>
      </Screen>
    </form>
  );
}

function FigureFields({ draft }: { readonly draft: ReturnType<typeof useDraft> }) {
  const t = useText();
  const { typed, write, says, kind } = draft;
  return (
    <div className={styles.pair}>
      <Field label={t(kind === 'figure' ? 'plan:evidence.figure' : 'hand_in.figure')} error={says('figure')}>
        {(control) => (
          <input
            {...control}
            inputMode="decimal"
            value={typed.figure}
            onChange={(event) => write({ figure: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t('plan:evidence.figure_unit')} error={says('figureUnit')}>
        {(control) => (
          <input
            {...control}
            maxLength={50}
            placeholder={t('hand_in.unit_example')}
            value={typed.figureUnit}
            onChange={(event) => write({ figureUnit: event.currentTarget.value })}
          />
        )}
      </Field>
    </div>
  );
}
