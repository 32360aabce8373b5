import { Button, FileInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { newClientId } from '../../../platform/ui/new-client-id.ts';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { acceptedImageTypes, getAsset, updateAsset, uploadAsset } from '../../media/media.contract.ts';
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
  const [id, setId] = useState(() => newClientId(Date.now()));
  const [file, setFile] = useState<File | null>(null);
  const [alt, setAlt] = useState('');
  const [credit, setCredit] = useState('');
  const upload = useEndpointMutation(uploadAsset);
  const describe = useEndpointMutation(updateAsset, { invalidates: [getAsset] });
  const send = async () => {
    if (!file) return;
    const texts = language === 'en' ? { altEn: alt } : language === 'vi' ? { altVi: alt } : {};
    try {
      const asset = await upload.mutateAsync({ body: { id, ownerUnitId: unitId, credit, ...texts }, file });
      // The upload takes Vietnamese and English words; those of another language follow it.
      if (!asset.altTexts[language]) {
        const { version, rights } = asset;
        const altTexts = { ...asset.altTexts, [language]: alt };
        await describe.mutateAsync({
          params: { id: asset.id },
          body: { version, credit: asset.credit, rights, altTexts },
        });
      }
      onUploaded(asset.id, alt.trim());
    } catch {
      // Shown below; what was typed stays, and sending again is the same upload.
    }
  };
  return (
    <fieldset className={styles.upload} aria-label={t('page.upload')}>
      <FileInput
        label={t('page.picture_file')}
        placeholder={t('page.picture_choose')}
        accept={acceptedImageTypes.join(',')}
        value={file}
        onChange={(chosen) => {
          setFile(chosen);
          // Another file is another picture; the id of a failed upload may be taken by the first one.
          setId(newClientId(Date.now()));
        }}
      />
      <TextInput
        label={t('page.alt')}
        description={t('page.alt_hint')}
        value={alt}
        maxLength={500}
        onChange={(event) => setAlt(event.currentTarget.value)}
      />
      <TextInput
        label={t('page.credit')}
        value={credit}
        maxLength={200}
        onChange={(event) => setCredit(event.currentTarget.value)}
      />
      <FormError error={upload.error ?? describe.error} />
      <div className={styles.buttons}>
        <Button
          size="xs"
          variant="filled"
          disabled={!file || alt.trim() === ''}
          loading={upload.isPending || describe.isPending}
          onClick={() => void send()}
        >
          {t('page.upload_send')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onClose}>
          {t('page.upload_close')}
        </Button>
      </div>
    </fieldset>
  );
}
