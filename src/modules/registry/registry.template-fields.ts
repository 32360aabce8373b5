/** What stands in a template between double braces; the desk checks it while a person types, the server when it is kept. */
export interface TemplateField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'date' | 'lines';
}

export type FieldProblem =
  | { readonly kind: 'malformed'; readonly text: string }
  | { readonly kind: 'bad_name' | 'undeclared' | 'unused' | 'repeated' | 'taken'; readonly name: string };

/** Fields that the system fills itself: the agency that writes, its leaders, its place, the unit that drafts, the year. */
export const automaticFields = ['co_quan', 'lanh_dao', 'dia_danh', 'don_vi_soan', 'nam'] as const;

const namePattern = /^[a-z][a-z0-9_]{0,39}$/;

// Blanks are taken off afterwards: a pattern that does it costs the cube of the blanks after a brace that never closes.
const field = /\{\{([^{}]*)\}\}/gu;

/** The names used in a text, each once, in their order. */
export function fieldNamesIn(text: string): string[] {
  return [...new Set([...text.matchAll(field)].map((found) => (found[1] ?? '').trim()))];
}

/** What is wrong with the fields of a template; `unused` alone hinders nobody. */
export function fieldProblems(texts: readonly string[], fields: readonly TemplateField[]): FieldProblem[] {
  const whole = texts.join('\n');
  const used = fieldNamesIn(whole);
  const declared = fields.map(({ name }) => name);
  const rest = whole.replace(field, '');
  const malformed = [...rest.matchAll(/.{0,12}(?:\{\{|\}\}).{0,12}/gu)].map(([text]) => ({
    kind: 'malformed' as const,
    text: text.trim(),
  }));
  const named = (kind: 'bad_name' | 'undeclared' | 'unused' | 'repeated' | 'taken', names: readonly string[]) =>
    names.map((name) => ({ kind, name }));
  const isAutomatic = (name: string) => (automaticFields as readonly string[]).includes(name);
  return [
    ...malformed,
    ...named(
      'bad_name',
      [...new Set([...used, ...declared])].filter((name) => !namePattern.test(name)),
    ),
    ...named(
      'undeclared',
      used.filter((name) => namePattern.test(name) && !declared.includes(name) && !isAutomatic(name)),
    ),
    ...named('repeated', [...new Set(declared.filter((name, place) => declared.indexOf(name) !== place))]),
    ...named('taken', declared.filter(isAutomatic)),
    ...named(
      'unused',
      declared.filter((name) => !used.includes(name)),
    ),
  ];
}

export function hindersKeeping(problem: FieldProblem): boolean {
  return problem.kind !== 'unused';
}

/** 2026-04-05 as running text has it: 05/4/2026. */
function dayInWords(value: string): string {
  const [, year, month = '', day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return year ? `${day}/${Number(month) <= 2 ? month : Number(month)}/${year}` : value;
}

/** No document is longer. One value may stand in a text forty thousand times, which is more than the machine holds. */
const longestFilled = 2_000_000;

/** Puts the values in; a field without one leaves room for a pen. */
export function fillFields(
  text: string,
  { values, fields }: { values: Readonly<Record<string, string>>; fields: readonly TemplateField[] },
): string {
  const kinds = new Map(fields.map(({ name, kind }) => [name, kind]));
  let length = text.length;
  return text.replace(field, (_, inside: string) => {
    const name = inside.trim();
    const value = (values[name] ?? '').trim();
    length += value.length;
    if (value === '' || length > longestFilled) return '……';
    return kinds.get(name) === 'date' ? dayInWords(value) : value;
  });
}

/** Without the lines that hold nothing but a field that the caller left empty on purpose. */
export function withoutEmptyFields(text: string, values: Readonly<Record<string, string>>): string {
  const isEmpty = (line: string) => {
    const name = /^\{\{([^{}]*)\}\}$/u.exec(line.trim())?.[1];
    return name !== undefined && values[name.trim()] === '';
  };
  return text
    .split('\n')
    .filter((line) => !isEmpty(line))
    .join('\n');
}

/** Fields used in these texts for which no value was given. */
export function missingFields(texts: readonly string[], values: Readonly<Record<string, string>>): string[] {
  return fieldNamesIn(texts.join('\n')).filter((name) => (values[name] ?? '').trim() === '');
}
