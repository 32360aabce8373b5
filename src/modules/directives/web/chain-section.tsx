import { Button } from '@mantine/core';
import { useState } from 'react';
import { numberAndSymbol } from '../../../platform/documents/number-and-symbol.ts';
import { announce } from '../../../platform/ui/announce.ts';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { Section } from '../../../platform/ui/page.tsx';
import { FormError, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { type ChainLink, decideLink, readChain } from '../directives.chain.contract.ts';
import { readDirective } from '../directives.contract.ts';
import styles from './chain.module.css';
import { LinkDialog } from './link-dialog.tsx';

/** The documents above and below; what the text proposes is confirmed or refused by a person. */
export function ChainSection({ directiveId }: { readonly directiveId: string }) {
  const t = useText('directives');
  const chain = useEndpoint(readChain, { params: { id: directiveId } });
  const [isAdding, setAdding] = useState(false);
  return (
    <Section title={t('chain.title')}>
      <QueryStates query={chain} rows={2}>
        {({ up, down, abilities }) => (
          <>
            {up.length + down.length === 0 ? <p className="note">{t('chain.none')}</p> : null}
            <ul className={styles.links}>
              {up.map((link) => (
                <LinkRow
                  key={link.id}
                  link={link}
                  directiveId={directiveId}
                  relation={t(`relation.${link.relation}`)}
                  mayDecide={abilities.link}
                  hasPairs
                />
              ))}
              {down.map((link) => (
                <LinkRow
                  key={link.id}
                  link={link}
                  directiveId={link.directive?.id ?? ''}
                  relation={t(`relation_down.${link.relation}`)}
                  mayDecide={false}
                  hasPairs={link.state === 'confirmed'}
                />
              ))}
            </ul>
            {abilities.link ? (
              <Button size="xs" onClick={() => setAdding(true)}>
                {t('chain.add')}
              </Button>
            ) : null}
            {isAdding ? <LinkDialog directiveId={directiveId} onClose={() => setAdding(false)} /> : null}
          </>
        )}
      </QueryStates>
    </Section>
  );
}

interface LinkRowProps {
  readonly link: ChainLink;
  /** The lower end of the link, which it belongs to. */
  readonly directiveId: string;
  readonly relation: string;
  readonly mayDecide: boolean;
  readonly hasPairs: boolean;
}

function LinkRow({ link, directiveId, relation, mayDecide, hasPairs }: LinkRowProps) {
  const t = useText('directives');
  const decide = useEndpointMutation(decideLink, {
    invalidates: [readChain, readDirective],
    onSuccess: () => announce({ kind: 'done', text: t('chain.saved') }),
  });
  const { directive } = link;
  const name = directive === null ? link.cited : `${numberAndSymbol(directive)}, ${directive.subject}`;
  const take = (decision: 'confirmed' | 'refused') =>
    decide.mutate({
      params: { id: directiveId, linkId: link.id },
      body: { decision, relation: link.relation, targetId: directive?.id ?? null, version: link.version },
    });
  return (
    <li data-state={link.state}>
      <p>
        <b>{relation}</b>{' '}
        {directive === null ? (
          <>
            {name} <span className="note">({t('chain.absent')})</span>
          </>
        ) : (
          <DeskLink to="/directives/$directiveId" params={{ directiveId: directive.id }}>
            {name}
          </DeskLink>
        )}
        {link.state === 'confirmed' ? null : <span className={styles.state}>{t(`chain.${link.state}`)}</span>}
      </p>
      {link.words === '' || link.state !== 'proposed' ? null : (
        <p className="note">{t('chain.words', { words: link.words })}</p>
      )}
      <FormError error={decide.error} />
      <div className={styles.buttons}>
        {mayDecide && link.state === 'proposed' ? (
          <>
            <Button size="compact-sm" aria-label={t('chain.confirm_named', { name })} onClick={() => take('confirmed')}>
              {t('chain.confirm')}
            </Button>
            <Button size="compact-sm" aria-label={t('chain.refuse_named', { name })} onClick={() => take('refused')}>
              {t('chain.refuse')}
            </Button>
          </>
        ) : null}
        {mayDecide && link.state === 'confirmed' ? (
          <Button size="compact-sm" aria-label={t('chain.refuse_named', { name })} onClick={() => take('refused')}>
            {t('chain.refuse')}
          </Button>
        ) : null}
        {mayDecide && link.state === 'refused' ? (
          <Button size="compact-sm" onClick={() => take('confirmed')}>
            {t('chain.restore')}
          </Button>
        ) : null}
        {hasPairs && directive?.state === 'confirmed' && link.state !== 'refused' ? (
          <DeskLink
            to="/directives/$directiveId/links/$linkId"
            params={{ directiveId, linkId: link.id }}
            aria-label={t('chain.pairs_named', { name })}
          >
            {t('chain.pairs', { count: link.pairs })}
          </DeskLink>
        ) : null}
      </div>
    </li>
  );
}
