import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';

export const campaign = z.object({
  id: z.string(),
  title: z.string(),
  startsOn: z.string(),
  peakOn: z.string(),
  endsOn: z.string(),
  version: z.number().int(),
});
export type Campaign = z.infer<typeof campaign>;

export const changeCampaign = defineEndpoint({
  method: 'PUT',
  path: '/api/campaigns/:id',
  summary: 'Change the name and the days of a campaign; the peak day lies between the first and the last',
  access: 'session',
  params: z.object({ id: z.uuid() }),
  body: z.object({
    title: z.string().trim().min(3).max(300),
    startsOn: z.iso.date(),
    peakOn: z.iso.date(),
    endsOn: z.iso.date(),
    version: z.number().int(),
  }),
  response: campaign,
  errors: [
    'platform.not_found',
    'platform.not_permitted',
    'platform.version_conflict',
    'plan.campaign_days_out_of_order',
  ],
});
