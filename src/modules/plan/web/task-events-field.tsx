import { MultiSelect, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listDates } from '../../calendar/calendar.contract.ts';
import { type EventScope, eventScope, type TaskDetail } from '../plan.shapes.contract.ts';
import { useLocalName } from './cell-name.ts';

export interface TaskEvents {
  readonly scope: EventScope;
  readonly chosen: TaskDetail['chosenEvents'];
}

/** Which events of the calendar ask for a task per event. */
export function TaskEventsField({
  value,
  onChange,
}: {
  readonly value: TaskEvents;
  readonly onChange: (value: TaskEvents) => void;
}) {
  const t = useText('plan');
  const localName = useLocalName();
  const [search, setSearch] = useState('');
  const isChosen = value.scope === 'chosen';
  const found = useEndpoint(listDates, { query: { search, page: 1 } }, { enabled: isChosen, keepPrevious: true });
  const titles = new Map(value.chosen.map((event) => [event.id, event.titles]));
  for (const date of found.data?.dates ?? []) if (!titles.has(date.eventId)) titles.set(date.eventId, date.titles);
  return (
    <>
      <NativeSelect
        label={t('task.event_scope')}
        description={t('task.event_scope_hint')}
        data={eventScope.options.map((scope) => ({ value: scope, label: t(`event_scope.${scope}`) }))}
        value={value.scope}
        onChange={(event) => onChange({ ...value, scope: eventScope.parse(event.currentTarget.value) })}
      />
      {isChosen ? (
        <MultiSelect
          label={t('task.chosen_events')}
          description={t('task.chosen_events_hint')}
          searchable
          maxValues={50}
          nothingFoundMessage={t('task.no_event_found')}
          searchValue={search}
          onSearchChange={setSearch}
          data={[...titles].map(([id, names]) => ({ value: id, label: localName(names) }))}
          // The server searches, without regard to accents.
          filter={({ options }) => options}
          value={value.chosen.map((event) => event.id)}
          onChange={(ids) => onChange({ ...value, chosen: ids.map((id) => ({ id, titles: titles.get(id) ?? {} })) })}
        />
      ) : null}
    </>
  );
}
