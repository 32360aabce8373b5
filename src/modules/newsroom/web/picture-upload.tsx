import { Button, FileInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { acceptedImageTypes, uploadAsset } from '../../media/media.contract.ts';
import styles from './story.module.css';

export interface PictureUploadProps {
  readonly language: string;
  readonly unitId: string;
  readonly onUploaded: (assetId: string, alt: string) => void;
  readonly onClose: () => void;
}

/** A picture with what must stand beside it: words for those who do not see it, and whose it is. */
export function PictureUpload({ language, unitId, onUploaded, onClose }: PictureUploadProps) {
  const t = useText('newsroom');
  const [id] = useState(() => crypto.randomUUID());
  const [file, setFile] = useState<File | null>(null);
  const [alt, setAlt] = useState('');
  const [credit, setCredit] = useState('');
  const upload = useEndpointMutation(uploadAsset, { onSuccess: (asset) => onUploaded(asset.id, alt) });
  const send = () => {
    if (!file) return;
    const texts = language === 'en' ? { altEn: alt } : language === 'vi' ? { altVi: alt } : {};
    upload.mutate({ body: { id, ownerUnitId: unitId, credit, ...texts }, file });
  };
  return (
    <fieldset className={styles.upload} aria-label={t('page.upload')}>
      <FileInput label={t('page.picture_file')} accept={acceptedImageTypes.join(',')} value={file} onChange={setFile} />
      <TextInput
        label={t('page.alt')}
        description={t('page.alt_hint')}
        value={alt}
        onChange={(event) => setAlt(event.currentTarget.value)}
      />
      <TextInput label={t('page.credit')} value={credit} onChange={(event) => setCredit(event.currentTarget.value)} />
      <FormError error={upload.error} />
      <div className={styles.buttons}>
        <Button size="xs" disabled={!file || alt.trim() === ''} loading={upload.isPending} onClick={send}>
          {t('page.upload_send')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onClose}>
          {t('page.upload_close')}
        </Button>
      </div>
    </fieldset>
  );
}
