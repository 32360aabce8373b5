import { Button, Modal } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { DateText } from '../../../platform/ui/date-text.tsx';
import { Facts } from '../../../platform/ui/field.tsx';
import { HistoryRows } from '../../../platform/ui/history-rows.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { QueryStates } from '../../../platform/ui/states.tsx';
import { StateChip } from '../../../platform/ui/stitch.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listLanguages } from '../../organisation/organisation.contract.ts';
import { getTask } from '../plan.contract.ts';
import type { TaskDetail } from '../plan.shapes.contract.ts';
import { useLocalName } from './cell-name.ts';
import panel from './cell-panel.module.css';
import { EvidenceForm } from './evidence-form.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { withStateWords } from './history-words.ts';
import { TaskActions } from './task-actions.tsx';
import { TaskChangeForm } from './task-change-form.tsx';
import { TaskEventPeriods, TaskPeriods } from './task-periods.tsx';
import { TaskQuestions } from './task-questions.tsx';

/** One task: what is asked, what may be done now, evidence, history. */
export function TaskPage() {
  const { taskId = '' } = useParams({ strict: false }) as { taskId?: string };
  const task = useEndpoint(getTask, { params: { id: taskId } });
  return <QueryStates query={task}>{(data) => <Task task={data} />}</QueryStates>;
}

function Task({ task }: { readonly task: TaskDetail }) {
  const t = useText('plan');
  const localName = useLocalName();
  const [isAdding, setAdding] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const known = useEndpoint(listLanguages).data?.languages ?? [];
  const nameOfLanguage = (code: string) => localName(known.find((each) => each.code === code)?.names ?? { vi: code });
  const eventWords =
    task.eventScope === 'chosen'
      ? task.chosenEvents.map((event) => localName(event.titles)).join(', ')
      : t(`event_scope.${task.eventScope}`);
  return (
    <Page
      title={task.title}
      width="text"
      lead={`${task.path} · ${localName(task.unitNames)}`}
      crumbs={[
        { label: t('coverage.title'), path: '/plan' },
        { label: t('tasks.title'), path: '/tasks' },
      ]}
      actions={
        <>
          <TaskActions task={task} />
          {task.abilities.change === true ? (
            <Button onClick={() => setChanging(true)}>{t('task.change')}</Button>
          ) : null}
        </>
      }
    >
      <p>
        {task.cell === 'none' ? null : <StateChip state={task.cell} />} {t(`mode.${task.mode}`)}.{' '}
        {t(`task_state.${task.state}`)}.
      </p>
      <blockquote className={panel.quote}>{task.clauseText}</blockquote>
      {task.note === '' ? null : <p className={panel.lack}>{task.note}</p>}
      <Section
        title={t('evidence.title')}
        note={t('cell.evidence', { count: task.evidence.length })}
        actions={
          task.abilities.addEvidence === true && !isAdding ? (
            <Button variant="filled" onClick={() => setAdding(true)}>
              {t('evidence.add')}
            </Button>
          ) : null
        }
      >
        {isAdding ? <EvidenceForm task={task} onDone={() => setAdding(false)} /> : null}
        <EvidenceList items={task.evidence} />
      </Section>
      <Section title={t('task.expected')}>
        <Facts
          items={[
            [t('task.lead'), localName(task.unitNames)],
            [
              t('task.supporting'),
              task.supportingUnits.map((unit) => localName(unit.names)).join(', ') || t('task.nobody'),
            ],
            [t('task.output_kind'), t(`output_kind.${task.outputKind}`)],
            [t('task.expected_output'), task.expectedOutput === '' ? t('task.not_said') : task.expectedOutput],
            [t('task.expected_count'), String(task.expectedCount)],
            [t('task.languages'), task.languages.map(nameOfLanguage).join(', ') || t('task.any_language')],
            [t('task.priority'), t(`priority.${task.priority}`)],
            [t('task.rhythm'), t(`rhythm.${task.rhythm}`)],
            ...(task.rhythm === 'per_event' ? [[t('task.event_scope'), eventWords] as const] : []),
            [t('task.due'), task.dueOn === null ? t('task.not_said') : <DateText key="due" value={task.dueOn} />],
            ...(task.nextDueOn === null || task.nextDueOn === task.dueOn
              ? []
              : [[t('task.next_due'), <DateText key="next" value={task.nextDueOn} />] as const]),
          ]}
        />
      </Section>
      {task.rhythm === 'per_event' && task.state !== 'proposed' ? (
        <Section title={t('task.events')} note={t('task.events_note')}>
          {task.periods.length === 0 ? (
            <p>{t('task.no_events')}</p>
          ) : (
            <TaskEventPeriods periods={task.periods} expectedCount={task.expectedCount} />
          )}
        </Section>
      ) : task.periods.length === 0 ? null : (
        <Section title={t('task.periods')}>
          <TaskPeriods task={task} />
        </Section>
      )}
      {task.questions.length === 0 ? null : (
        <Section title={t('task.questions')}>
          <TaskQuestions questions={task.questions} />
        </Section>
      )}
      <Section title={t('task.history')}>
        <HistoryRows rows={withStateWords(task.history, t)} />
      </Section>
      <Modal
        opened={isChanging}
        onClose={() => setChanging(false)}
        title={t('task.change')}
        closeButtonProps={{ 'aria-label': t('cell.close') }}
      >
        <TaskChangeForm key={task.version} task={task} onDone={() => setChanging(false)} />
      </Modal>
    </Page>
  );
}
