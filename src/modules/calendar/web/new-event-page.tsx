import { useSearch } from '@tanstack/react-router';
import { dayOf } from '../../../platform/ui/date-text.tsx';
import { useGoTo } from '../../../platform/ui/desk-link.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { NoPermission, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { readRange } from '../calendar.contract.ts';
import { emptyEvent } from './event-draft.ts';
import { NewEventForm } from './event-form.tsx';

export function NewEventPage() {
  const t = useText('calendar');
  const goTo = useGoTo();
  const { day: asked = '' } = useSearch({ strict: false }) as { day?: string };
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : dayOf(new Date());
  const calendar = useEndpoint(readRange, { query: { from: day, to: day } });
  return (
    <Page title={t('page.add')} width="text" crumbs={[{ label: t('page.title'), path: '/calendar' }]}>
      <QueryStates query={calendar}>
        {({ createInUnitIds }) =>
          createInUnitIds[0] === undefined ? (
            <NoPermission />
          ) : (
            <NewEventForm
              fields={emptyEvent({ unitId: createInUnitIds[0], day })}
              unitIds={createInUnitIds}
              onDone={(made) => {
                const [first] = made.dates;
                void (made.date || first
                  ? goTo({ to: '/calendar/dates/$dateId', params: { dateId: made.date?.id ?? first?.id ?? '' } })
                  : goTo({ to: '/calendar/events/$eventId', params: { eventId: made.id } }));
              }}
            />
          )
        }
      </QueryStates>
    </Page>
  );
}
