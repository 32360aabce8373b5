import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../platform/ui/use-text.ts';
import { pictureUrl } from './picture-node.ts';
import { PictureUpload } from './picture-upload.tsx';
import styles from './story.module.css';

/** The picture that stands over the story and in lists. */
export function CoverPicture(props: {
  readonly assetId: string | null;
  readonly language: string;
  readonly unitId: string;
  readonly isEditable: boolean;
  readonly onChange: (assetId: string | null) => void;
}) {
  const t = useText('newsroom');
  const [isAdding, setIsAdding] = useState(false);
  const { assetId, isEditable, onChange } = props;
  return (
    <div className={styles.cover}>
      <span>{t('page.cover')}</span>
      {assetId ? <img src={pictureUrl(assetId)} alt={t('page.cover')} /> : <span>{t('page.cover_none')}</span>}
      {isEditable ? (
        <Button size="xs" variant="default" onClick={() => setIsAdding(true)}>
          {t(assetId ? 'page.cover_change' : 'page.cover_add')}
        </Button>
      ) : null}
      {isEditable && assetId ? (
        <Button size="xs" variant="subtle" onClick={() => onChange(null)}>
          {t('page.cover_remove')}
        </Button>
      ) : null}
      {isAdding ? (
        <PictureUpload
          language={props.language}
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
