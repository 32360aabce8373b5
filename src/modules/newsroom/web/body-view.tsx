import { Fragment, type ReactNode } from 'react';
import type { BodyDocument } from '../newsroom.shapes.contract.ts';
import { pictureUrl } from './picture-node.ts';
import styles from './story-text.module.css';
import { isAcceptedAddress } from './text-extensions.ts';

interface TextNode {
  readonly type?: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly content?: readonly TextNode[];
}

export interface BodyViewProps {
  readonly body: BodyDocument;
  /** An earlier text: blocks that do not stand in it are marked, and said to be changed. */
  readonly earlier?: BodyDocument | undefined;
  readonly changedLabel?: string;
}

/** A stored text to read: only what the newsroom stores is drawn, anything else is left out. */
export function BodyView({ body, earlier, changedLabel }: BodyViewProps) {
  const before = earlier ? new Set(blocksOf(earlier).map((block) => JSON.stringify(block))) : null;
  return (
    <div className={styles.bodyView}>
      {blocksOf(body).map((block, index) => {
        const isChanged = before !== null && !before.has(JSON.stringify(block));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stored text does not change its order
          <div key={index} data-changed={isChanged}>
            {isChanged && changedLabel ? <span className={styles.changedLabel}>{changedLabel}</span> : null}
            {draw(block)}
          </div>
        );
      })}
    </div>
  );
}

function blocksOf(body: BodyDocument): readonly TextNode[] {
  return (body.content ?? []) as readonly TextNode[];
}

function drawAll(nodes: readonly TextNode[] | undefined): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a stored text does not change its order
  return (nodes ?? []).map((node, index) => <Fragment key={index}>{draw(node)}</Fragment>);
}

function draw(node: TextNode): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p>{drawAll(node.content)}</p>;
    case 'heading':
      return node.attrs?.level === 3 ? <h4>{drawAll(node.content)}</h4> : <h3>{drawAll(node.content)}</h3>;
    case 'bulletList':
      return <ul>{drawAll(node.content)}</ul>;
    case 'orderedList':
      return <ol start={Number(node.attrs?.start ?? 1)}>{drawAll(node.content)}</ol>;
    case 'listItem':
      return <li>{drawAll(node.content)}</li>;
    case 'blockquote':
      return <blockquote>{drawAll(node.content)}</blockquote>;
    case 'horizontalRule':
      return <hr />;
    case 'hardBreak':
      return <br />;
    case 'image':
      return typeof node.attrs?.assetId === 'string' ? (
        <img src={pictureUrl(node.attrs.assetId)} alt={String(node.attrs.alt ?? '')} />
      ) : null;
    case 'text':
      return drawText(node);
    default:
      return null;
  }
}

function drawText(node: TextNode): ReactNode {
  let drawn: ReactNode = node.text ?? '';
  for (const mark of node.marks ?? []) {
    const href = mark.attrs?.href;
    if (mark.type === 'bold') drawn = <strong>{drawn}</strong>;
    if (mark.type === 'italic') drawn = <em>{drawn}</em>;
    if (mark.type === 'link' && typeof href === 'string' && isAcceptedAddress(href)) drawn = <a href={href}>{drawn}</a>;
  }
  return drawn;
}
