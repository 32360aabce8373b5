import { NativeSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { numberAndSymbol } from '../../../platform/documents/number-and-symbol.ts';
import { announce } from '../../../platform/ui/announce.ts';
import { ConfirmDialog } from '../../../platform/ui/confirm-dialog.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { addLink, linkRelation, readChain } from '../directives.chain.contract.ts';
import { listDirectives, readDirective } from '../directives.contract.ts';

/** Links this directive to another that is here, found by its words. */
export function LinkDialog({ directiveId, onClose }: { readonly directiveId: string; readonly onClose: () => void }) {
  const t = useText('directives');
  const [relation, setRelation] = useState<(typeof linkRelation.options)[number]>('implements');
  const [targetId, setTargetId] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [search] = useDebouncedValue(typed.trim(), 250);
  const found = useEndpoint(
    listDirectives,
    { query: { page: 1, ...(search === '' || targetId !== null ? {} : { search: search.slice(0, 100) }) } },
    { keepPrevious: true },
  );
  const add = useEndpointMutation(addLink, {
    invalidates: [readChain, readDirective],
    onSuccess: () => {
      announce({ kind: 'done', text: t('chain.saved') });
      onClose();
    },
  });
  const submit = () => {
    setChecked(true);
    if (targetId !== null) add.mutate({ params: { id: directiveId }, body: { relation, targetId } });
  };
  return (
    <ConfirmDialog
      opened
      title={t('chain.add')}
      confirmLabel={t('chain.add')}
      pending={add.isPending}
      error={add.error}
      onClose={onClose}
      onConfirm={submit}
    >
      <NativeSelect
        label={t('chain.relation')}
        data={linkRelation.options.map((each) => ({ value: each, label: t(`relation.${each}`) }))}
        value={relation}
        onChange={(event) => setRelation(linkRelation.parse(event.currentTarget.value))}
      />
      <Select
        label={t('chain.target')}
        description={t('chain.target_hint')}
        searchable
        // The server searches, in the clauses too: what it found is not sifted again by the letters of the label.
        filter={({ options }) => options}
        data={(found.data?.directives ?? [])
          .filter((row) => row.id !== directiveId)
          .map((row) => ({ value: row.id, label: `${numberAndSymbol(row)} ${row.subject}` }))}
        value={targetId}
        error={isChecked && targetId === null ? t('chain.target_missing') : null}
        onChange={setTargetId}
        onSearchChange={setTyped}
      />
    </ConfirmDialog>
  );
}
