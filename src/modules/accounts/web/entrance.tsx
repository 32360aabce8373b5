import '../../../platform/ui/wordmark-font.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DesignMark } from '../../../platform/ui/design-mark.tsx';
import { changeLanguage, deskLanguages } from '../../../platform/ui/i18n.ts';
import { usePageHead } from '../../../platform/ui/page-head.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { ClothPane } from './cloth-pane.tsx';
import styles from './entrance.module.css';

/** The frame of sign-in and invitation: the form on the left, the cloth on the right. */
export function Entrance({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}) {
  const t = useText('platform');
  const { i18n } = useTranslation();
  usePageHead(title);
  return (
    <div className={styles.entrance}>
      <main className={styles.column}>
        <p className={styles.word}>
          <DesignMark size={44} />
          Lan Tỏa
        </p>
        <div className={styles.middle}>
          <h1>{title}</h1>
          <p className={styles.lead}>{lead}</p>
          {children}
        </div>
        <div className={styles.foot}>
          {deskLanguages.map((language) => (
            <button
              key={language}
              type="button"
              lang={language}
              className={styles.language}
              aria-pressed={i18n.language === language}
              onClick={() => void changeLanguage(language)}
            >
              {t(`language.${language}`)}
            </button>
          ))}
        </div>
      </main>
      <ClothPane />
    </div>
  );
}
