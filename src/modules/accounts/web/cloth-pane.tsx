import { useText } from '../../../platform/ui/use-text.ts';
import { seed, spread, terrace, weavePaths } from '../../../platform/ui/woven-cloth.ts';
import styles from './entrance.module.css';

const side = 13;
const columns = 168;
/** One repeat of the wall: terrace, seed, spread, seed, with rows of ground between. */
const bands = [
  { weave: terrace, row: 0 },
  { weave: seed, row: 4 },
  { weave: spread, row: 6 },
  { weave: seed, row: 18 },
];
const rows = 20;
const threads = bands.flatMap(({ weave, row }) =>
  [...weavePaths(weave, columns, row, side)].map(([thread, path]) => ({ key: `${row}-${thread}`, thread, path })),
);

/** The wall of cloth beside the sign-in: ornament, hidden from readers. */
export function ClothPane() {
  const t = useText('accounts');
  return (
    <aside className={styles.cloth} aria-label={t('entrance.cloth')}>
      <svg className={styles.wall} aria-hidden="true" focusable="false">
        <defs>
          <pattern id="wall" width={columns * side} height={rows * side} patternUnits="userSpaceOnUse">
            {threads.map(({ key, thread, path }) => (
              <path key={key} className={styles[`thread${thread}`]} d={path} />
            ))}
          </pattern>
        </defs>
        <rect width="100%" height="100%" fill="url(#wall)" />
      </svg>
      <p className={styles.motto}>
        {t('entrance.motto')}
        <small>{t('entrance.motto_note')}</small>
      </p>
    </aside>
  );
}
