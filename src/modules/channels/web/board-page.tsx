import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../../../platform/i18n/language-name.ts';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { EmptyState, QueryStates } from '../../../platform/ui/states.tsx';
import { StateLegend } from '../../../platform/ui/stitch.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { readBoard } from '../channels.contract.ts';
import { type Channel, type DeliveryState, type DeliverySummary, deliveryStates } from '../channels.shapes.contract.ts';
import { ChannelList } from './channel-list.tsx';
import styles from './channels.module.css';
import { DeliveryStitch } from './delivery-state.tsx';
import { useName } from './use-name.ts';

const pageSize = 20;

/** Editions × channels: where each item stands out there. */
export function BoardPage() {
  const t = useText('channels');
  const nameOf = useName();
  const [page, setPage] = useState(1);
  const [channelId, setChannelId] = useState<string | null>(null);
  const [state, setState] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const filter = {
    page,
    ...(channelId ? { channelId } : {}),
    ...(state ? { state: state as DeliveryState } : {}),
    ...(search.trim() ? { search: search.trim() } : {}),
  };
  const board = useEndpoint(readBoard, { query: filter }, { keepPrevious: true, refetchInterval: 15_000 });
  const isFiltered = channelId !== null || state !== null || search.trim() !== '';
  return (
    <Page title={t('board.title')} lead={t('board.lead')}>
      <QueryStates query={board}>
        {(data) => (
          <>
            <search className={styles.filters} aria-label={t('board.filter')}>
              <TextInput
                label={t('board.search')}
                value={search}
                onChange={(event) => {
                  setSearch(event.currentTarget.value);
                  setPage(1);
                }}
              />
              <Select
                label={t('board.channel')}
                placeholder={t('board.all')}
                clearable
                value={channelId}
                onChange={(value) => {
                  setChannelId(value);
                  setPage(1);
                }}
                data={data.channels.map((channel) => ({ value: channel.id, label: nameOf(channel.names) }))}
              />
              <Select
                label={t('board.state')}
                placeholder={t('board.all')}
                clearable
                value={state}
                onChange={(value) => {
                  setState(value);
                  setPage(1);
                }}
                data={deliveryStates.map((one) => ({
                  value: one,
                  label: `${t(`state.${one}`)} (${data.counts[one] ?? 0})`,
                }))}
              />
            </search>
            {data.rows.length === 0 ? (
              <EmptyState
                title={t(isFiltered ? 'board.none_found' : 'board.empty')}
                text={t(isFiltered ? 'board.none_found_text' : 'board.empty_text')}
              />
            ) : (
              <>
                <StateLegend />
                <BoardTable channels={data.channels} rows={data.rows} />
                {data.total > pageSize ? (
                  <nav className={styles.pager} aria-label={t('board.pages')}>
                    <span>{t('board.total', { count: data.total })}</span>
                    <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
                      {t('board.newer')}
                    </Button>
                    <Button disabled={page * pageSize >= data.total} onClick={() => setPage(page + 1)}>
                      {t('board.older')}
                    </Button>
                  </nav>
                ) : null}
              </>
            )}
            <Section title={t('channel.list')}>
              <ChannelList channels={data.channels} />
            </Section>
          </>
        )}
      </QueryStates>
    </Page>
  );
}

interface BoardRow {
  readonly editionId: string;
  readonly storyId: string;
  readonly language: string;
  readonly title: string;
  readonly deliveries: readonly DeliverySummary[];
}

function BoardTable({ channels, rows }: { readonly channels: readonly Channel[]; readonly rows: readonly BoardRow[] }) {
  const t = useText('channels');
  const nameOf = useName();
  const { i18n } = useTranslation();
  const used = channels.filter(
    (channel) => channel.isDefault || rows.some((row) => row.deliveries.some((one) => one.channelId === channel.id)),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t('board.caption')}>
      <table className={styles.board}>
        <caption className="visually-hidden">{t('board.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('board.item')}</th>
            {used.map((channel) => (
              <th key={channel.id} scope="col">
                {nameOf(channel.names)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.editionId}>
              <th scope="row">
                <DeskLink to="/stories/$storyId/channels" params={{ storyId: row.storyId }}>
                  {row.title}
                </DeskLink>{' '}
                <span className="note">{languageName(row.language, i18n.language)}</span>
              </th>
              {used.map((channel) => (
                <BoardCell
                  key={channel.id}
                  channelName={nameOf(channel.names)}
                  delivery={row.deliveries.find((one) => one.channelId === channel.id)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function BoardCell({
  delivery,
  channelName,
}: {
  readonly delivery: DeliverySummary | undefined;
  readonly channelName: string;
}) {
  if (delivery === undefined) return <td />;
  return (
    <td>
      <DeskLink className={styles.cell} to="/channels/deliveries/$deliveryId" params={{ deliveryId: delivery.id }}>
        <DeliveryStitch delivery={delivery} />
        <span className={styles.word}>{channelName}</span>
      </DeskLink>
    </td>
  );
}
