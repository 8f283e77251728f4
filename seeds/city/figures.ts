/** What the city adds up to: counts as they are, money in whole 万元, which every loan and contract is a multiple of. */
export type CityFigures = {
  readonly firms: number;
  /** Loan products on the shelf, those of them with the red-credit label, and those first published in 2021. */
  readonly products: number;
  readonly redProducts: number;
  readonly productsOf2021: number;
  /** Loans paid out, with distinct firms, and what they add up to. */
  readonly loans: number;
  readonly borrowers: number;
  readonly lentWan: number;
  /** What went through the channel of government data, a part of the above. */
  readonly governmentDataWan: number;
  /** Red credit, another part: lent so far, and still owed today. */
  readonly redLentWan: number;
  readonly redOwedWan: number;
  readonly insuranceProducts: number;
  /** Distinct firms with a contract of red insurance, and their cover. */
  readonly insured: number;
  readonly coverWan: number;
};

/** Deyang's own figures of 2021, as its report and press gave them; the rest of the city is invented around them. */
export const publishedFigures: CityFigures = {
  firms: 8_000,
  products: 417,
  redProducts: 42,
  productsOf2021: 359,
  loans: 5_338,
  borrowers: 3_050,
  lentWan: 3_841_100,
  governmentDataWan: 73_300,
  redLentWan: 630_200,
  redOwedWan: 532_100,
  insuranceProducts: 37,
  insured: 471,
  coverWan: 873_300,
};

/** A city of `firms` firms whose cases are in proportion to the published one; the shelf is the same from there on up. */
export function figuresFor(firms: number): CityFigures {
  const part = firms / publishedFigures.firms;
  const of = (figure: number, least: number) => Math.max(least, Math.round(figure * part));
  const ofShelf = (figure: number, least: number) => Math.min(figure, of(figure, least));
  const redLentWan = of(publishedFigures.redLentWan, 2_000);
  const borrowers = of(publishedFigures.borrowers, 12);
  return {
    firms,
    products: ofShelf(publishedFigures.products, 40),
    redProducts: ofShelf(publishedFigures.redProducts, 4),
    productsOf2021: ofShelf(publishedFigures.productsOf2021, 30),
    loans: of(publishedFigures.loans, 20),
    borrowers,
    lentWan: of(publishedFigures.lentWan, 14_000),
    governmentDataWan: of(publishedFigures.governmentDataWan, 500),
    redLentWan,
    redOwedWan: Math.round((redLentWan * publishedFigures.redOwedWan) / publishedFigures.redLentWan),
    insuranceProducts: ofShelf(publishedFigures.insuranceProducts, 3),
    insured: of(publishedFigures.insured, 4),
    coverWan: of(publishedFigures.coverWan, 6_000),
  };
}
