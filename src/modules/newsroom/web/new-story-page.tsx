import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useGoTo } from '../../../platform/ui/desk-link.tsx';
import { newClientId } from '../../../platform/ui/new-client-id.ts';
import { Page } from '../../../platform/ui/page.tsx';
import { FormError, NoPermission, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listUnits } from '../../organisation/organisation.contract.ts';
import { createStory, listStories } from '../newsroom.contract.ts';
import { listOccasions } from '../newsroom.occasions.contract.ts';
import { limits, storyKind } from '../newsroom.shapes.contract.ts';
import { useName } from './use-name.ts';

/** Kind, unit and a working title are enough to begin. */
export function NewStoryPage() {
  const t = useText('newsroom');
  const query = useEndpoint(listStories, { query: {} });
  return (
    <Page title={t('page.create')} width="text" crumbs={[{ label: t('page.title'), path: '/stories' }]}>
      <QueryStates query={query}>
        {({ createInUnitIds }) =>
          createInUnitIds.length === 0 ? <NoPermission /> : <NewStoryForm unitIds={createInUnitIds} />
        }
      </QueryStates>
    </Page>
  );
}

function NewStoryForm({ unitIds }: { readonly unitIds: readonly string[] }) {
  const t = useText('newsroom');
  const goTo = useGoTo();
  const units = useEndpoint(listUnits);
  const [id] = useState(() => newClientId(Date.now()));
  const [kind, setKind] = useState<string>('news');
  const [unitId, setUnitId] = useState(unitIds[0] ?? '');
  const { occasion, title = '' } = useSearch({ strict: false }) as { occasion?: string; title?: string };
  const [workingTitle, setWorkingTitle] = useState(() => String(title).slice(0, limits.workingTitle));
  const [isChecked, setChecked] = useState(false);
  const create = useEndpointMutation(createStory, {
    invalidates: [listStories, listOccasions],
    onSuccess: (story) => goTo({ to: '/stories/$storyId', params: { storyId: story.id } }),
  });
  const nameOf = useName();
  const unitName = (id: string) => {
    const unit = units.data?.units.find((each) => each.id === id);
    return unit ? nameOf(unit.names) : id;
  };
  const isTooShort = workingTitle.trim().length < 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!isTooShort)
      create.mutate({ body: { id, kind: storyKind.parse(kind), unitId, workingTitle, occasionId: occasion } });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={t('page.working_title')}
          description={t('page.working_title_hint')}
          value={workingTitle}
          maxLength={limits.workingTitle}
          error={isChecked && isTooShort ? t('page.working_title_missing') : null}
          onChange={(event) => setWorkingTitle(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('page.kind')}
          value={kind}
          data={storyKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(event) => setKind(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('page.unit')}
          value={unitId}
          data={unitIds.map((value) => ({ value, label: unitName(value) }))}
          onChange={(event) => setUnitId(event.currentTarget.value)}
        />
        <FormError error={create.error} />
        <div>
          <Button type="submit" variant="filled" loading={create.isPending}>
            {t('page.begin')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
