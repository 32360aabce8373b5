import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { callEndpoint } from '../../../platform/ui/api-client.ts';
import { FormError, LoadingState } from '../../../platform/ui/states.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import { previewDocument } from '../registry.contract.ts';
import type { DocumentContent } from '../registry.shapes.contract.ts';
import { PaperSheet } from './paper-sheet.tsx';
import styles from './registry.module.css';

interface DocumentPreviewProps {
  readonly kind: string;
  readonly unitId?: string;
  readonly content: DocumentContent;
  /** In a template no field has a value yet. */
  readonly isTemplate?: boolean;
}

/** How the text would look on paper, half a second after the last key, and which fields still wait. */
export function DocumentPreview({ kind, unitId, content, isTemplate = false }: DocumentPreviewProps) {
  const t = useText('registry');
  const [shown] = useDebouncedValue(content, 500);
  const body = { kind, content: shown, ...(unitId === undefined ? {} : { unitId }) };
  // The text is part of the key: an answer that comes late never covers a newer one.
  const query = usePreview(body);
  if (query.data === undefined) return query.isError ? <FormError error={query.error} /> : <LoadingState />;
  const labels = new Map(content.fields.map(({ name, label }) => [name, label]));
  const missing = query.data.missing.map((name) => labels.get(name) ?? name);
  return (
    <>
      <FormError error={query.error} />
      {isTemplate ? null : (
        <p className={styles.missing} aria-live="polite">
          {missing.length > 0 ? t('editor.missing', { names: missing.join(', ') }) : t('editor.complete')}
        </p>
      )}
      <PaperSheet html={query.data.html} label={t('editor.preview')} />
    </>
  );
}

function usePreview(body: { kind: string; content: DocumentContent; unitId?: string }) {
  return useQuery({
    queryKey: [previewDocument.path, body],
    queryFn: ({ signal }) => callEndpoint(previewDocument, { body, signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}
