import type { Text } from '../../shared/text';

/** One column that a kind of import knows. */
export type Column = {
  readonly key: string;
  readonly label: Text;
  /** The headings that mean this column, beside its label; compared without regard to case, width and blanks. */
  readonly headings: readonly string[];
  readonly isRequired?: boolean;
  /** Known but not stored, and why: said in the notes. */
  readonly passedOver?: Text;
};

/** The columns of a kind, and the groups of which one must be there whole. */
export type Columns = {
  readonly columns: readonly Column[];
  readonly oneOf?: readonly (readonly (readonly string[])[])[];
};

/** How one sheet's header was understood: where each column is, and what a person should know. */
export type Heading = {
  readonly places: ReadonlyMap<string, number>;
  /** The headings as the file writes them, by column key. */
  readonly names: ReadonlyMap<string, string>;
  readonly width: number;
  readonly missing: readonly Text[];
  readonly notes: readonly Text[];
};

/** Finds the kind's columns in a header row: what is missing, what is not used, what stands there twice. */
export function readHeading(kind: Columns, header: readonly string[]): Heading {
  const byHeading = new Map(
    [(column: Column) => [column.label.zh, column.label.en], (column: Column) => column.headings].flatMap(namesOf =>
      kind.columns.flatMap(column => namesOf(column).map(name => [normalised(name), column] as const)),
    ),
  );
  const places = new Map<string, number>();
  const names = new Map<string, string>();
  const notes: Text[] = [];
  header.forEach((name, place) => {
    const column = byHeading.get(normalised(name));
    if (name.trim() === '') return;
    if (column === undefined) notes.push(unused(name));
    else if (places.has(column.key)) notes.push(repeated(name, column));
    else {
      places.set(column.key, place);
      names.set(column.key, name.trim());
      if (column.passedOver) notes.push(column.passedOver);
    }
  });
  return { places, names, width: header.length, missing: missingFrom(kind, places), notes };
}

const normalised = (heading: string): string => heading.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();

function missingFrom({ columns, oneOf = [] }: Columns, places: ReadonlyMap<string, number>): Text[] {
  const nameOf = (key: string): Text => {
    const column = columns.find(each => each.key === key);
    return { zh: `「${column?.headings[0] ?? key}」`, en: `"${column?.headings.at(-1) ?? key}"` };
  };
  const required = columns.filter(column => column.isRequired && !places.has(column.key)).map(column => nameOf(column.key));
  const groups = oneOf
    .filter(alternatives => !alternatives.some(keys => keys.every(key => places.has(key))))
    .map(alternatives =>
      joined(
        alternatives.map(keys => joined(keys.map(nameOf), ' + ', ' + ')),
        '或',
        ' or ',
      ),
    );
  return [...required, ...groups];
}

export const joined = (texts: readonly Text[], zh: string, en: string): Text => ({
  zh: texts.map(text => text.zh).join(zh),
  en: texts.map(text => text.en).join(en),
});

const unused = (name: string): Text => ({
  zh: `列「${name}」未被识别，没有导入。`,
  en: `The column "${name}" is not known and was not imported.`,
});

const repeated = (name: string, column: Column): Text => ({
  zh: `列「${name}」与前面的「${column.label.zh}」重复，没有导入。`,
  en: `The column "${name}" repeats "${column.label.en}" and was not imported.`,
});
