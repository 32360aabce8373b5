import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { useDateFormat } from '../../../platform/ui/date-text.tsx';
import { useGoTo } from '../../../platform/ui/desk-link.tsx';
import { HistoryRows } from '../../../platform/ui/history-rows.tsx';
import { newClientId } from '../../../platform/ui/new-client-id.ts';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { kindNames, letterKind } from '../registry.kinds.ts';
import type { DocumentText } from '../registry.shapes.contract.ts';
import { hindersKeeping } from '../registry.template-fields.ts';
import {
  createTemplate,
  listTemplates,
  readTemplate,
  retireTemplate,
  saveTemplate,
  type TemplateDetail,
} from '../registry.templates.contract.ts';
import { ContentForm, withoutEmptyLines } from './content-form.tsx';
import { DocumentPreview } from './document-preview.tsx';
import { FieldProblems, problemsOf } from './field-problems.tsx';
import { FieldsEditor } from './fields-editor.tsx';
import styles from './registry.module.css';

interface TemplateEditorProps {
  readonly template: TemplateDetail;
  readonly onRefused: () => void;
}

/** A template with its fields, its text and how it will look; saving makes a new version. */
export function TemplateEditor({ template, onRefused }: TemplateEditorProps) {
  const t = useText('registry');
  const goTo = useGoTo();
  const dates = useDateFormat();
  const [draft, setDraft] = useState<{ name: string; content: DocumentText } | null>(null);
  const { name, content } = draft ?? template;
  const problems = problemsOf(content);
  const invalidates = [listTemplates, readTemplate];
  const save = useEndpointMutation(saveTemplate, {
    invalidates,
    onSuccess: ({ version }) => {
      setDraft(null);
      announce({ kind: 'done', text: t('template.saved', { version }) });
    },
    onError: onRefused,
  });
  const copy = useEndpointMutation(createTemplate, {
    invalidates,
    onSuccess: async ({ id }) => {
      await goTo({ to: '/documents/templates/$templateId', params: { templateId: id } });
    },
  });
  const retire = useEndpointMutation(retireTemplate, {
    invalidates,
    onSuccess: async () => {
      announce({ kind: 'done', text: t('template.retired') });
      await goTo({ to: '/documents/templates' });
    },
  });
  const { edit, copy: mayCopy } = template.abilities;
  const change = (next: DocumentText) => setDraft({ name, content: next });
  const submit = () =>
    save.mutate({
      params: { id: template.id },
      body: { version: template.version, name, content: withoutEmptyLines(content) },
    });
  return (
    <Page
      title={template.name}
      lead={t('template.detailLead', {
        kind: kindNames[template.kind],
        unit: template.unitName,
        version: template.version,
      })}
      crumbs={[{ label: t('template.title'), path: '/documents/templates' }]}
      actions={
        <>
          {mayCopy ? (
            <Button
              variant="default"
              loading={copy.isPending}
              onClick={() =>
                copy.mutate({
                  body: {
                    id: newClientId(Date.now()),
                    copyOf: template.id,
                    name: t('template.copyName', { name: template.name }),
                  },
                })
              }
            >
              {t('template.copy')}
            </Button>
          ) : null}
          {edit ? (
            <>
              <Button
                variant="default"
                loading={retire.isPending}
                onClick={() => retire.mutate({ params: { id: template.id } })}
              >
                {t('template.retire')}
              </Button>
              <Button
                variant="filled"
                disabled={draft === null || name.trim().length < 3 || problems.some(hindersKeeping)}
                loading={save.isPending}
                onClick={submit}
              >
                {t('template.save')}
              </Button>
            </>
          ) : null}
        </>
      }
    >
      <FormError error={save.error ?? copy.error ?? retire.error} />
      <div className={styles.sides}>
        {edit ? (
          <div>
            <Section title={t('template.fields')}>
              <div className={styles.fields}>
                <TextInput
                  label={t('template.name')}
                  value={name}
                  maxLength={150}
                  onChange={(event) => setDraft({ name: event.currentTarget.value, content })}
                />
              </div>
              <FieldsEditor fields={content.fields} onChange={(fields) => change({ ...content, fields })} />
              <FieldProblems problems={problems} />
            </Section>
            <Section title={t('editor.text')}>
              <ContentForm content={content} isLetter={template.kind === letterKind} onChange={change} />
            </Section>
          </div>
        ) : null}
        <Section title={t('editor.preview')}>
          <DocumentPreview
            isTemplate
            kind={template.kind}
            content={{ ...withoutEmptyLines(content), values: labelsAsValues(content), urgency: null }}
          />
        </Section>
      </div>
      <Section title={t('template.versions')}>
        <ul>
          {template.versions.map((each) => (
            <li key={each.version}>
              {t('template.versionLine', { ...each, date: dates(each.createdAt.slice(0, 10)), by: each.by || '–' })}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('detail.history')}>
        <HistoryRows rows={template.history} />
      </Section>
    </Page>
  );
}

/** In the preview of a template a field shows what it asks for. */
function labelsAsValues({ fields }: DocumentText): Record<string, string> {
  return Object.fromEntries(fields.map(({ name, label }) => [name, `[${label}]`]));
}
