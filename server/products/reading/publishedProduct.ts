/** The columns of a table of published loan products; the numeric ones were read off the text beside them. */
export const publishedColumns = [
  'product_id',
  'source_id',
  'region',
  'bank',
  'product_name',
  'category',
  'audience',
  'conditions',
  'amount_text',
  'amount_max_wan',
  'term_text',
  'term_max_months',
  'rate_text',
  'rate_min_pct',
  'rate_max_pct',
  'guarantee_text',
  'repayment_text',
  'channel_text',
  'intro_text',
  'source_date',
] as const;

export type PublishedColumn = (typeof publishedColumns)[number];

/** One loan product as its institution or a public page words it; a cell without text is empty. */
export type PublishedProduct = Readonly<Record<PublishedColumn, string>>;
