import type { ReactNode } from 'react';
import styles from './page.module.css';
import { type Crumb, usePageHead } from './page-head.ts';

export interface PageProps {
  readonly title: string;
  /** What the window and the breadcrumb call the page, where that is shorter than its title. */
  readonly name?: string;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** Pages above this one, for the breadcrumb. */
  readonly crumbs?: readonly Crumb[];
  /** `text`: at most 960 px; `wide`: 1360 px; `full`: no edge, for the matrix and the editor. */
  readonly width?: 'text' | 'wide' | 'full';
  readonly children: ReactNode;
}

/** The frame of every page: one h1, its lead, its actions, then the content. */
export function Page({ title, name = title, lead, actions, crumbs = [], width = 'wide', children }: PageProps) {
  usePageHead(name, crumbs);
  return (
    <div className={styles.page} data-width={width}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h1>{title}</h1>
          {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
        </div>
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </header>
      <div className={styles.body}>{children}</div>
    </div>
  );
}

/** A part of a page with a heading over a line. */
export function Section({
  title,
  note,
  actions,
  children,
}: {
  readonly title: string;
  readonly note?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {note === undefined ? null : <span>{note}</span>}
        {actions === undefined ? null : <div className={styles.sectionActions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
