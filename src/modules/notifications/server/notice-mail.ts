import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { writeMailBody } from '../../../platform/mail/mail-body.ts';
import type { NewMail } from '../../../platform/mail/mail-queue.repository.ts';
import { textKeyOf, wordsOf } from '../notifications.words.ts';

/** Texts of this module in one language, by flat key with dots; the same file that the desk reads. */
export type Texts = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly link: string;
}
export interface Addressee {
  readonly personId: string;
  readonly fullName: string;
  readonly email: string;
  readonly language: string;
}

const mostItems = 40;

/** Loads the words of mails in both languages. */
export async function loadMailTexts(): Promise<(language: string) => Texts> {
  const [vi, en] = await Promise.all(['vi', 'en'].map(readTexts));
  return (language) => (language === 'en' ? en : vi) as Texts;
}

async function readTexts(language: string): Promise<Texts> {
  const file = new URL(`../locales/${language}.json`, import.meta.url);
  const texts: unknown = JSON.parse(await readFile(file, 'utf8'));
  const find = (key: string): string | null => {
    const found = key
      .split('.')
      .reduce<unknown>(
        (part, name) => (typeof part === 'object' && part !== null ? Reflect.get(part, name) : null),
        texts,
      );
    return typeof found === 'string' ? found : null;
  };
  return (key, values = {}) => {
    // English has a singular where Vietnamese has none, as in the desk (i18next).
    const text = find(key) ?? find(`${key}_${values.count === 1 ? 'one' : 'other'}`) ?? key;
    return text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(values[name] ?? ''));
  };
}

/** Pure: one mail to one person about one or many things. Its key comes from what it tells, so that the same is the same mail. */
export function writeNoticeMail(input: {
  addressee: Addressee;
  notices: readonly Notice[];
  texts: Texts;
  publicUrl: string;
  senderName: string;
  /** A digest is one of its day; other mails are known by what they tell. */
  digestDay: string | null;
}): NewMail {
  const { addressee, notices, texts, senderName, digestDay } = input;
  const { personId, fullName, email, language } = addressee;
  const address = (path: string) => `${input.publicUrl.replace(/\/+$/, '')}/desk${path}`;
  const formatDay = (day: string) => day.split('-').reverse().join('/');
  const items = notices.slice(0, mostItems).map((notice) => {
    const values = wordsOf(notice.params, { language, formatDay });
    return { title: texts(textKeyOf(notice.kind, notice.params), values), note: '', link: address(notice.link) };
  });
  const [first] = items;
  const more = notices.length - items.length;
  const subject =
    digestDay !== null
      ? texts('mail.digest_subject', { count: notices.length, date: formatDay(digestDay) })
      : notices.length === 1 && first
        ? first.title
        : texts('mail.subject', { count: notices.length });
  const intro = [
    texts('mail.greeting', { name: fullName }),
    texts('mail.intro', { count: notices.length }),
    more > 0 ? texts('mail.more', { count: more }) : '',
  ];
  const body = writeMailBody({
    language,
    subject,
    intro: intro.filter((part) => part !== '').join(' '),
    items,
    footer: texts('mail.footer', { sender: senderName }),
    settingsLink: address('/notifications/preferences'),
    settingsLabel: texts('mail.settings'),
  });
  const told = createHash('sha256')
    .update(
      notices
        .map(({ id }) => id)
        .sort()
        .join(' '),
    )
    .digest('hex');
  return {
    key: digestDay === null ? `notice:${told}` : `digest:${personId}:${digestDay}`,
    personId,
    toName: fullName,
    toAddress: email,
    subject: subject.slice(0, 200),
    ...body,
  };
}
