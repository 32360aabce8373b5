import { Button } from '@mantine/core';
import { useState } from 'react';
import { DateText } from '../../../platform/ui/date-text.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { Campaign } from '../plan.campaign.contract.ts';
import { CampaignDialog } from './campaign-dialog.tsx';
import styles from './plan-page.module.css';

/** The campaigns of a plan with their peak day; who runs the plan changes them. */
export function CampaignList({
  campaigns,
  mayChange,
}: {
  readonly campaigns: readonly Campaign[];
  readonly mayChange: boolean;
}) {
  const t = useText('plan');
  const [changing, setChanging] = useState<Campaign | null>(null);
  return (
    <>
      <ul className={styles.themes}>
        {campaigns.map((campaign) => (
          <li key={campaign.id}>
            <DateText value={campaign.peakOn} />
            <b>
              <DeskLink to="/campaigns/$campaignId" params={{ campaignId: campaign.id }}>
                {campaign.title}
              </DeskLink>
            </b>
            <span className={styles.days}>
              <span>
                <DateText value={campaign.startsOn} /> – <DateText value={campaign.endsOn} />
              </span>
              {mayChange ? (
                <Button
                  size="xs"
                  aria-label={`${t('campaign.change')}: ${campaign.title}`}
                  onClick={() => setChanging(campaign)}
                >
                  {t('campaign.change_short')}
                </Button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {changing === null ? null : (
        <CampaignDialog key={changing.id} campaign={changing} onClose={() => setChanging(null)} />
      )}
    </>
  );
}
