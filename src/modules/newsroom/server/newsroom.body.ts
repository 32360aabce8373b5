import { bodyNotValid } from './newsroom.errors.ts';

export type Mark = { type: 'bold' } | { type: 'italic' } | { type: 'link'; attrs: { href: string } };
export type Inline = { type: 'text'; text: string; marks?: Mark[] } | { type: 'hardBreak' };
export type ListItem = { type: 'listItem'; content: Block[] };
export type Block =
  | { type: 'paragraph'; content?: Inline[] }
  | { type: 'heading'; attrs: { level: 2 | 3 }; content?: Inline[] }
  | { type: 'bulletList'; content: ListItem[] }
  | { type: 'orderedList'; attrs: { start: number }; content: ListItem[] }
  | { type: 'blockquote'; content: Block[] }
  | { type: 'horizontalRule' }
  | { type: 'image'; attrs: { assetId: string; alt: string } };
export interface Body {
  readonly type: 'doc';
  readonly content: readonly Block[];
}

const maximumNodes = 5_000;
const maximumCharacters = 100_000;
const maximumDepth = 8;
const maximumImages = 60;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Attributes that Tiptap writes by itself and that mean nothing here are dropped; any other stops the whole. */
const ignoredAttributes: Record<string, readonly string[]> = {
  orderedList: ['type'],
  link: ['target', 'rel', 'class', 'title'],
  image: ['src', 'title', 'width', 'height'],
  paragraph: ['textAlign'],
  heading: ['textAlign'],
};

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a Tiptap document as the strict schema of the newsroom. What comes out is made anew, member by member, so that
 * nothing unknown is stored, hashed or rendered. Throws `newsroom.body_not_valid` with the place and the problem.
 */
export function readBody(value: unknown): Body {
  const reader = new BodyReader();
  const fields = reader.fields(value, 'doc', ['type', 'content']);
  if (fields.type !== 'doc') reader.refuse('doc', 'type');
  return { type: 'doc', content: reader.blocks(fields.content ?? [], 'doc', 1) };
}

class BodyReader {
  private nodes = 0;
  private characters = 0;
  private images = 0;

  refuse(at: string, problem: string): never {
    throw bodyNotValid({ at, problem });
  }

  fields(value: unknown, at: string, allowed: readonly string[]): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) this.refuse(at, 'not_an_object');
    for (const key of Object.keys(value)) if (!allowed.includes(key)) this.refuse(at, `member ${key.slice(0, 40)}`);
    return value as Fields;
  }

  blocks(value: unknown, at: string, depth: number): Block[] {
    return this.list(value, at, depth).map((node, index) => this.block(node, `${at}/${index}`, depth));
  }

  private list(value: unknown, at: string, depth: number): readonly unknown[] {
    if (!Array.isArray(value)) this.refuse(at, 'not_a_list');
    if (depth > maximumDepth) this.refuse(at, 'too_deep');
    this.nodes += value.length;
    if (this.nodes > maximumNodes) this.refuse(at, 'too_long');
    return value;
  }

  private block(value: unknown, at: string, depth: number): Block {
    const node = this.fields(value, at, ['type', 'attrs', 'content']);
    switch (node.type) {
      case 'paragraph':
        this.attributes(node, at, []);
        return { type: 'paragraph', ...this.inlines(node.content, at, depth) };
      case 'heading': {
        const { level } = this.attributes(node, at, ['level']);
        if (level !== 2 && level !== 3) this.refuse(at, 'level');
        return { type: 'heading', attrs: { level }, ...this.inlines(node.content, at, depth) };
      }
      case 'bulletList':
        this.attributes(node, at, []);
        return { type: 'bulletList', content: this.items(node.content, at, depth) };
      case 'orderedList': {
        const { start = 1 } = this.attributes(node, at, ['start']);
        if (typeof start !== 'number' || !Number.isInteger(start) || start < 0 || start > 9999)
          this.refuse(at, 'start');
        return { type: 'orderedList', attrs: { start }, content: this.items(node.content, at, depth) };
      }
      case 'blockquote':
        this.attributes(node, at, []);
        return { type: 'blockquote', content: this.blocks(node.content ?? [], at, depth + 1) };
      case 'horizontalRule':
        this.attributes(node, at, []);
        if (node.content !== undefined) this.refuse(at, 'content');
        return { type: 'horizontalRule' };
      case 'image':
        return this.image(node, at);
      default:
        return this.refuse(at, 'type');
    }
  }

  private image(node: Fields, at: string): Block {
    const { assetId, alt } = this.attributes(node, at, ['assetId', 'alt']);
    if (typeof assetId !== 'string' || !uuid.test(assetId)) this.refuse(at, 'assetId');
    if (node.content !== undefined) this.refuse(at, 'content');
    this.images += 1;
    if (this.images > maximumImages) this.refuse(at, 'too_many_images');
    return { type: 'image', attrs: { assetId, alt: alt == null ? '' : this.text(alt, at, 500).trim() } };
  }

  private items(value: unknown, at: string, depth: number): ListItem[] {
    return this.list(value ?? [], at, depth + 1).map((item, index) => {
      const place = `${at}/${index}`;
      const node = this.fields(item, place, ['type', 'attrs', 'content']);
      if (node.type !== 'listItem') this.refuse(place, 'type');
      this.attributes(node, place, []);
      return { type: 'listItem', content: this.blocks(node.content ?? [], place, depth + 2) };
    });
  }

  private inlines(value: unknown, at: string, depth: number): { content?: Inline[] } {
    if (value === undefined) return {};
    const content = this.list(value, at, depth).map((item, index): Inline => {
      const place = `${at}/${index}`;
      const node = this.fields(item, place, ['type', 'text', 'marks', 'attrs']);
      if (node.type === 'hardBreak') {
        if (node.text !== undefined) this.refuse(place, 'text');
        this.attributes(node, place, []);
        return { type: 'hardBreak' };
      }
      if (node.type !== 'text') this.refuse(place, 'type');
      const text = this.text(node.text, place, maximumCharacters);
      if (text === '') this.refuse(place, 'empty_text');
      const marks = this.marks(node.marks, place);
      return { type: 'text', text, ...(marks.length > 0 ? { marks } : {}) };
    });
    return content.length > 0 ? { content } : {};
  }

  private marks(value: unknown, at: string): Mark[] {
    if (value === undefined) return [];
    if (!Array.isArray(value) || value.length > 5) this.refuse(at, 'marks');
    const marks = value.map((item): Mark => {
      const mark = this.fields(item, at, ['type', 'attrs']);
      if (mark.type === 'bold' || mark.type === 'italic') return { type: mark.type };
      if (mark.type !== 'link') this.refuse(at, 'mark');
      const { href } = this.attributes(mark, at, ['href']);
      const address = typeof href === 'string' ? safeAddress(href) : null;
      if (address === null) this.refuse(at, 'href');
      return { type: 'link', attrs: { href: address } };
    });
    if (new Set(marks.map((mark) => mark.type)).size !== marks.length) this.refuse(at, 'marks');
    return marks.sort((a, b) => a.type.localeCompare(b.type, 'en'));
  }

  private attributes(node: Fields, at: string, allowed: readonly string[]): Fields {
    if (node.attrs === undefined || node.attrs === null) return {};
    return this.fields(node.attrs, at, [...allowed, ...(ignoredAttributes[String(node.type)] ?? [])]);
  }

  private text(value: unknown, at: string, limit: number): string {
    if (typeof value !== 'string') this.refuse(at, 'not_a_text');
    if (!isStorable(value)) this.refuse(at, 'characters');
    this.characters += value.length;
    if (value.length > limit || this.characters > maximumCharacters) this.refuse(at, 'too_long');
    return value.normalize('NFC');
  }
}

/** PostgreSQL holds no NUL, JSON no half of a surrogate pair; other control characters only hide things. */
export function isStorable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);
}

/** An absolute address of http, https or mailto, or a path of this site; null otherwise. */
export function safeAddress(href: string): string | null {
  const address = href.trim();
  if (address.length > 2000 || !isStorable(address) || /[\s\\]/.test(address)) return null;
  if (/^mailto:[^<>"]+$/i.test(address)) return address;
  if (/^https?:\/\/[^/]/i.test(address)) return URL.canParse(address) ? address : null;
  return /^\/(?!\/)/.test(address) ? address : null;
}

/** Every picture of the body, in order, repeated ones once. */
export function imagesOf(body: Body): { assetId: string; alt: string }[] {
  const found = new Map<string, { assetId: string; alt: string }>();
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === 'image' && !found.has(block.attrs.assetId)) found.set(block.attrs.assetId, block.attrs);
      if (block.type === 'blockquote') visit(block.content);
      if (block.type === 'bulletList' || block.type === 'orderedList')
        for (const item of block.content) visit(item.content);
    }
  };
  visit(body.content);
  return [...found.values()];
}

/** True when some picture stands without a word for those who do not see it. */
export function hasImageWithoutAlt(body: Body): boolean {
  return JSON.stringify(body.content).includes('"alt":""');
}
