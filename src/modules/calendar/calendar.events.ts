import { z } from 'zod';
import { defineEvent } from '../../platform/events/events.ts';

/** A date took place, as a person of the organiser said. It counts as evidence by the rule of the plan module. */
export const eventHeld = defineEvent({
  name: 'calendar.event_held',
  schema: z.object({
    dateId: z.uuid(),
    eventId: z.uuid(),
    /** The clause that it served; null where none was named. */
    clauseId: z.uuid().nullable(),
    unitId: z.string(),
    title: z.string(),
    place: z.string(),
    occurredOn: z.iso.date(),
    audienceCount: z.number().int().nullable(),
  }),
});

/** "Held" was a mistake: what rested on it no longer counts. */
export const eventReopened = defineEvent({
  name: 'calendar.event_reopened',
  schema: z.object({ dateId: z.uuid(), reason: z.string() }),
});
