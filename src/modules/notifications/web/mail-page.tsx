import { useState } from 'react';
import type { EndpointOutput } from '../../../platform/http/contract.ts';
import { AdministrationTabs } from '../../../platform/ui/administration-tabs.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { DateText } from '../../../platform/ui/date-text.tsx';
import { Facts } from '../../../platform/ui/field.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { useAbility } from '../../../platform/ui/session.ts';
import { NoPermission, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { readMail, readReminderRules } from '../notifications-administration.contract.ts';
import { MailActions } from './mail-actions.tsx';
import { MailServerForm } from './mail-server-form.tsx';
import styles from './preferences-page.module.css';
import { ReminderRulesForm } from './reminder-rules-form.tsx';

type Mail = EndpointOutput<typeof readMail>;

/** The one official sender, when people are reminded, and what could not be sent. */
export function MailPage() {
  const t = useText('notifications');
  return (
    <Page title={t('server.title')} lead={t('server.lead')}>
      <AdministrationTabs />
      {useAbility('administerMail') ? <Settings /> : <NoPermission />}
    </Page>
  );
}

function Settings() {
  const t = useText('notifications');
  const mail = useEndpoint(readMail, {}, { refetchInterval: 60_000 });
  const rules = useEndpoint(readReminderRules);
  return (
    <>
      <Section title={t('server.section')}>
        <QueryStates query={mail}>{(data) => <Server mail={data} />}</QueryStates>
      </Section>
      <Section title={t('rules.title')}>
        <QueryStates query={rules}>{(data) => <ReminderRulesForm key={data.version} rules={data} />}</QueryStates>
      </Section>
    </>
  );
}

function Server({ mail }: { readonly mail: Mail }) {
  const t = useText('notifications');
  // The form keeps what is typed while the state of the queue is asked for again.
  const [version, setVersion] = useState(0);
  const { server } = mail;
  return (
    <>
      {server === null ? (
        <p className={styles.notice} role="note">
          {t('server.none')}
        </p>
      ) : (
        <>
          <p>{t('server.set', { host: server.host, sender: server.senderName })}</p>
          <Facts
            items={[
              [t('server.waiting'), mail.waiting],
              [
                t('server.last'),
                mail.lastSentAt === null ? t('server.last_none') : <DateText key="last" value={mail.lastSentAt} time />,
              ],
            ]}
          />
          <MailActions onRemoved={() => setVersion(version + 1)} />
        </>
      )}
      <MailServerForm key={`${server?.version ?? 0} ${version}`} server={server} usualPublicUrl={mail.usualPublicUrl} />
      {mail.troubles.length === 0 ? null : <Troubles troubles={mail.troubles} />}
    </>
  );
}

function Troubles({ troubles }: { readonly troubles: Mail['troubles'] }) {
  const t = useText('notifications');
  return (
    <Section title={t('server.troubles')}>
      <DataTable
        caption={t('server.troubles')}
        rows={troubles}
        rowKey={(row) => `${row.toAddress} ${row.at}`}
        columns={[
          { key: 'to', label: t('server.trouble_to'), heading: true, render: (row) => row.toAddress },
          { key: 'state', label: t('server.trouble_state'), render: (row) => t(`server.trouble_${row.state}`) },
          { key: 'attempts', label: t('server.trouble_attempts'), align: 'right', render: (row) => row.attempts },
          { key: 'answer', label: t('server.trouble_answer'), render: (row) => row.answer },
          { key: 'at', label: t('server.trouble_at'), render: (row) => <DateText value={row.at} time /> },
        ]}
      />
    </Section>
  );
}
