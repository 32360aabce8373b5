import '../../../platform/documents/html/official-sheet.css';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { callEndpoint } from '../../../platform/ui/api-client.ts';
import { FormError, LoadingState } from '../../../platform/ui/states.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import { previewDocument } from '../registry.contract.ts';
import type { DocumentContent } from '../registry.shapes.contract.ts';
import styles from './registry.module.css';

interface DocumentPreviewProps {
  readonly kind: string;
  readonly unitId?: string;
  readonly content: DocumentContent;
}

/** How the text would look on paper, half a second after the last key. */
export function DocumentPreview({ kind, unitId, content }: DocumentPreviewProps) {
  const t = useText('registry');
  const [shown] = useDebouncedValue(content, 500);
  const body = { kind, content: shown, ...(unitId === undefined ? {} : { unitId }) };
  // The text is part of the key: an answer that comes late never covers a newer one.
  const query = usePreview(body);
  const sheet = useRef<HTMLDivElement>(null);
  const html = query.data?.html;
  useEffect(() => {
    if (html === undefined) return;
    // Our own renderer made it and escaped what people wrote; DOMParser runs no script, and the policy of the page allows none.
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    sheet.current?.replaceChildren(...parsed.body.childNodes);
  }, [html]);
  if (html === undefined) return query.isError ? <FormError error={query.error} /> : <LoadingState />;
  return (
    <>
      <FormError error={query.error} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard (WCAG 2.1.1) */}
      <section ref={sheet} className={styles.sheet} aria-label={t('editor.preview')} tabIndex={0} />
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
