import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { type Asset, getAsset, updateAsset } from '../../media/media.contract.ts';
import type { Edition } from '../newsroom.shapes.contract.ts';
import { pictureUrl } from './picture-node.ts';
import { PictureUpload } from './picture-upload.tsx';
import styles from './story.module.css';

interface CoverPictureProps {
  readonly assetId: string | null;
  readonly language: string;
  readonly unitId: string;
  readonly isEditable: boolean;
  /** The words that were handed in: what the second person judges, and what goes out. */
  readonly sealed: Edition['cover'];
  readonly onChange: (assetId: string | null) => void;
}

/** The picture that stands over the story and in lists, with its words in the language of the edition. */
export function CoverPicture(props: CoverPictureProps) {
  const t = useText('newsroom');
  const [isAdding, setIsAdding] = useState(false);
  const { assetId, language, isEditable, sealed, onChange } = props;
  const asset = useEndpoint(getAsset, { params: { id: assetId ?? '' } }, { enabled: assetId !== null });
  const alt = (isEditable ? asset.data?.altTexts[language] : sealed?.alt) ?? '';
  return (
    <div className={styles.cover}>
      <span>{t('page.cover')}</span>
      {assetId ? <img src={pictureUrl(assetId)} alt={alt === '' ? t('page.cover') : alt} /> : t('page.cover_none')}
      {isEditable ? (
        <Button size="xs" onClick={() => setIsAdding(true)}>
          {t(assetId ? 'page.cover_change' : 'page.cover_add')}
        </Button>
      ) : null}
      {isEditable && assetId ? (
        <Button size="xs" variant="subtle" onClick={() => onChange(null)}>
          {t('page.cover_remove')}
        </Button>
      ) : null}
      {asset.data && isEditable ? (
        <CoverWords key={`${asset.data.id}-${asset.data.version}`} asset={asset.data} language={language} />
      ) : null}
      {assetId && !isEditable ? <CoverFacts alt={alt} credit={sealed?.credit ?? ''} /> : null}
      {isEditable && isAdding ? (
        <PictureUpload
          language={language}
          unitId={props.unitId}
          onClose={() => setIsAdding(false)}
          onUploaded={(id) => {
            onChange(id);
            setIsAdding(false);
          }}
        />
      ) : null}
    </div>
  );
}

/** Words of the picture in this language, and whose it is: they belong to the picture, so they are kept with it. */
function CoverWords({ asset, language }: { readonly asset: Asset; readonly language: string }) {
  const t = useText('newsroom');
  const [alt, setAlt] = useState(asset.altTexts[language] ?? '');
  const [credit, setCredit] = useState(asset.credit);
  const update = useEndpointMutation(updateAsset, {
    invalidates: [getAsset],
    onSuccess: () => announce({ kind: 'done', text: t('page.saved') }),
  });
  if (!asset.abilities.update) return <CoverFacts alt={asset.altTexts[language] ?? ''} credit={asset.credit} />;
  const isChanged = alt !== (asset.altTexts[language] ?? '') || credit !== asset.credit;
  const altTexts = { ...asset.altTexts, [language]: alt };
  return (
    <div className={styles.coverWords}>
      <TextInput
        label={t('page.cover_alt')}
        description={t('page.alt_hint')}
        value={alt}
        maxLength={500}
        error={alt.trim() === '' ? t('page.alt_missing') : null}
        onChange={(event) => setAlt(event.currentTarget.value)}
      />
      <TextInput
        label={t('page.credit')}
        value={credit}
        maxLength={200}
        onChange={(event) => setCredit(event.currentTarget.value)}
      />
      <FormError error={update.error} />
      {isChanged ? (
        <Button
          size="xs"
          loading={update.isPending}
          onClick={() =>
            update.mutate({
              params: { id: asset.id },
              body: { version: asset.version, credit, rights: asset.rights, altTexts },
            })
          }
        >
          {t('page.cover_words_save')}
        </Button>
      ) : null}
    </div>
  );
}

/** What the second person reads of the picture; while it is being judged nobody changes it from here. */
function CoverFacts({ alt, credit }: { readonly alt: string; readonly credit: string }) {
  const t = useText('newsroom');
  return (
    <div className={styles.coverWords}>
      <p>{alt === '' ? t('page.alt_missing') : `${t('page.alt')}: ${alt}`}</p>
      {credit === '' ? null : <p>{`${t('page.credit')}: ${credit}`}</p>}
    </div>
  );
}
