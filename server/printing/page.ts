/** What a printed page holds, in the reader's language, before anybody knows where on the paper it comes to lie. */
export type PrintedPage = {
  readonly title: string;
  readonly lead: string;
  readonly isLandscape: boolean;
  readonly blocks: readonly Block[];
  /** At the bottom: what proves the page, and its day. */
  readonly foot: readonly string[];
};

export type Block = Figures | TableBlock | Bars | Courses | Note | Beside;

/** Values under their labels, `columns` of them side by side. */
export type Figures = {
  readonly kind: 'figures';
  readonly columns: number;
  readonly figures: readonly { readonly label: string; readonly value: string; readonly isLarge?: boolean }[];
};

export type Column = {
  readonly heading: string;
  /** Its part of the width that columns of numbers leave, in relation to the others'. */
  readonly share: number;
  /** Numbers and days: never torn, and standing at the right. */
  readonly isNumber?: boolean;
};

export type TableBlock = {
  readonly kind: 'table';
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly isStrong?: boolean }[];
};

/** Lying bars, each of parts that stand for the series in their order. */
export type Bars = {
  readonly kind: 'bars';
  readonly title: string;
  readonly series: readonly string[];
  readonly bars: readonly { readonly label: string; readonly parts: readonly number[]; readonly value: string }[];
};

/**
 * How figures stand at the end of months (x), a stepped line for each series on common axes. Each has a letter that stands on its line and before
 * its name, so that lines are told apart without colours.
 */
export type Courses = {
  readonly kind: 'courses';
  readonly title: string;
  /** What the axes count, such as 月 and 万元. */
  readonly units: { readonly x: string; readonly y: string };
  readonly series: readonly {
    readonly letter: string;
    readonly name: string;
    readonly points: readonly { readonly x: number; readonly y: number }[];
  }[];
};

export type Note = { readonly kind: 'note'; readonly text: string };

/** Two columns; `share` is the left one's part of the width. */
export type Beside = {
  readonly kind: 'beside';
  readonly share: number;
  readonly left: readonly Exclude<Block, Beside>[];
  readonly right: readonly Exclude<Block, Beside>[];
};

/** Every text of the page, by the weight that it is set in. */
export function textsOf(page: PrintedPage): Readonly<Record<400 | 700, readonly string[]>> {
  const blocks = page.blocks.flatMap(block =>
    block.kind === 'beside' ? [...block.left, ...block.right].map(each => textsOfBlock(each)) : [textsOfBlock(block)],
  );
  return {
    400: [page.lead, ...page.foot, ...blocks.flatMap(({ regular }) => regular)],
    700: [page.title, ...blocks.flatMap(({ bold }) => bold)],
  };
}

/** What axes are written with. */
const digits = '0123456789.,';

function textsOfBlock(block: Block): { readonly regular: readonly string[]; readonly bold: readonly string[] } {
  if (block.kind === 'figures')
    return {
      regular: block.figures.flatMap(({ label, value, isLarge }) => (isLarge ? [label] : [label, value])),
      bold: block.figures.flatMap(({ value, isLarge }) => (isLarge ? [value] : [])),
    };
  if (block.kind === 'table')
    return {
      regular: [
        ...block.columns.map(({ heading }) => heading),
        ...block.rows.flatMap(({ cells, isStrong }) => (isStrong ? [] : cells)),
      ],
      bold: [block.title, ...block.rows.flatMap(({ cells, isStrong }) => (isStrong ? cells : []))],
    };
  if (block.kind === 'bars')
    return {
      regular: [...block.series, ...block.bars.flatMap(({ label, value }) => [label, value])],
      bold: [block.title],
    };
  if (block.kind === 'courses')
    return {
      regular: [...Object.values(block.units), ...block.series.map(({ letter, name }) => letter + name), digits],
      bold: [block.title, ...block.series.map(({ letter }) => letter)],
    };
  return { regular: block.kind === 'note' ? [block.text] : [], bold: [] };
}
