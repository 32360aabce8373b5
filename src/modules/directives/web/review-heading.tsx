import { NumberInput, TextInput } from '@mantine/core';
import { useDateFormat } from '../../../platform/ui/date-text.tsx';
import { DayInput } from '../../../platform/ui/day-input.tsx';
import { Section } from '../../../platform/ui/page.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { DirectiveDetail } from '../directives.contract.ts';
import styles from './review.module.css';
import type { Heading } from './review-draft.ts';

/** Number, symbol, subject, date: what the registry asks for first; blank stays blank. */
export function ReviewHeading(props: {
  readonly heading: Heading;
  readonly reviewed: DirectiveDetail['reviewed'];
  readonly isEditable: boolean;
  readonly onChange: (heading: Heading) => void;
}) {
  const t = useText('directives');
  const { heading, reviewed, isEditable, onChange } = props;
  const readOnly = !isEditable;
  const { signature, bases, recipients } = reviewed;
  const signed = [signature.authority, signature.post, signature.name].filter((part) => part !== null).join(', ');
  const dates = useDateFormat();
  const basis = bases.map((each) =>
    [each.kind, each.number, each.date && dates(each.date), each.issuer].filter((part) => part !== null).join(' · '),
  );
  return (
    <Section title={t('review.heading')}>
      <div className={styles.heading}>
        <NumberInput
          label={t('review.number')}
          value={heading.number ?? ''}
          min={1}
          hideControls
          readOnly={readOnly}
          onChange={(value) => onChange({ ...heading, number: typeof value === 'number' ? value : null })}
        />
        <TextInput
          label={t('review.symbol')}
          value={heading.symbol ?? ''}
          readOnly={readOnly}
          onChange={(event) => onChange({ ...heading, symbol: event.currentTarget.value || null })}
        />
        <DayInput
          label={t('review.date')}
          value={heading.date ?? ''}
          readOnly={readOnly}
          onChange={(day) => onChange({ ...heading, date: day || null })}
        />
        <NumberInput
          label={t('review.year')}
          value={heading.year ?? ''}
          hideControls
          readOnly={readOnly}
          onChange={(value) => onChange({ ...heading, year: typeof value === 'number' ? value : null })}
        />
        <TextInput
          className={styles.wide ?? ''}
          label={t('review.subject')}
          value={heading.subject}
          readOnly={readOnly}
          onChange={(event) => onChange({ ...heading, subject: event.currentTarget.value })}
        />
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>{t('review.issuer')}</dt>
          <dd>{reviewed.issuer ?? '–'}</dd>
        </div>
        {reviewed.addressees.length > 0 ? (
          <div>
            <dt>{t('review.addressees')}</dt>
            <dd>{reviewed.addressees.join('; ')}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t('review.bases')}</dt>
          <dd>{basis.join('; ') || '–'}</dd>
        </div>
        <div>
          <dt>{t('review.signature')}</dt>
          <dd>{signed || '–'}</dd>
        </div>
        <div>
          <dt>{t('review.recipients')}</dt>
          <dd>{recipients.join('; ') || '–'}</dd>
        </div>
      </dl>
    </Section>
  );
}
