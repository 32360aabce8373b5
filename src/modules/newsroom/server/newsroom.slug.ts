/** Lower case without accents and đ. */
export function foldText(text: string): string {
  return text.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '');
}

/** The words of a title in an address; at most 80 characters, cut at a word. Titles in other scripts give a plain word. */
export function slugOf(title: string): string {
  const words = foldText(title)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    if (slug.length + word.length > 79) break;
    slug += slug === '' ? word : `-${word}`;
  }
  return slug === '' ? 'tin' : slug;
}

/** The address on the portal: Vietnamese at the root, others below their language code. The code finds the item. */
export function publicPathOf(edition: { language: string; slug: string; code: string }): string {
  const last = `${edition.slug}-${edition.code.toLowerCase()}`;
  return edition.language === 'vi' ? `/tin/${last}` : `/${edition.language}/news/${last}`;
}
