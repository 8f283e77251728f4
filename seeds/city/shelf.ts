import { and, asc, eq } from 'drizzle-orm';
import type { Reader } from '../../server/database/database';
import { organisations } from '../../server/identity/tables';
import { type ProductVersion, products, productVersions } from '../../server/products/tables';
import type { ProductCategory } from '../../server/products/vocabulary';
import type { Instant } from '../../server/shared/dates';
import { isWithinIndustry } from '../../server/shared/industries';
import { fenPerWan } from '../../server/shared/money';
import type { Random } from '../random';
import type { FirmSketch } from './borrowers';
import { shareOf } from './institutions';
import type { LoanGroup } from './loanPlan';

/** A published loan product as a firm may apply for it. */
export type ShelfProduct = {
  readonly bankId: string;
  /** How often it is chosen beside the others. */
  readonly weight: number;
  readonly publishedAt: Instant;
  readonly terms: ProductVersion;
};

/** What a firm is looking for when it applies. */
export type Wish = {
  readonly firm: FirmSketch;
  readonly group: LoanGroup;
  readonly amountWan: number;
  readonly termMonths: number;
  readonly at: Instant;
  /** The bank that lent to it before; null for its first loan. */
  readonly houseBankId: string | null;
  /** Whether the firm may apply to the bank at all. */
  readonly isBankOpen: (bankId: string) => boolean;
};

/** The bank that lent before is asked again by three firms in five. */
const loyalty = 0.6;
const triesAtHouseBank = 40;
const triesAnywhere = 120;
const citywide = '510600';

/** The loan products in force that have not been changed since they came on the shelf, larger banks' more often chosen. */
export class Shelf {
  readonly #products: readonly ShelfProduct[];
  readonly #byBank: ReadonlyMap<string, readonly ShelfProduct[]>;

  constructor(shelf: readonly ShelfProduct[]) {
    this.#products = shelf;
    const byBank = new Map<string, ShelfProduct[]>();
    for (const product of shelf) byBank.set(product.bankId, [...(byBank.get(product.bankId) ?? []), product]);
    this.#byBank = byBank;
  }

  /** A product that fits the wish by its terms; throws where the shelf has none. */
  choose(random: Random, wish: Wish): ShelfProduct {
    const fits = (product: ShelfProduct) => fitsWish(product, wish) && wish.isBankOpen(product.bankId);
    const house = wish.houseBankId !== null && random.chance(loyalty) ? this.#byBank.get(wish.houseBankId) : undefined;
    const found = (house && tried(random, house, fits, triesAtHouseBank)) ?? tried(random, this.#products, fits, triesAnywhere);
    if (found) return found;
    const left = this.#products.filter(fits);
    if (left.length > 0) return random.weighted(left);
    throw new RangeError(`no product lends ${wish.amountWan} 万元 for ${wish.termMonths} months on ${wish.at.toISOString()}`);
  }
}

/** Picks evenly and keeps by weight: as good as a weighted draw, and it need not look at every product. */
function tried(
  random: Random,
  shelf: readonly ShelfProduct[],
  fits: (product: ShelfProduct) => boolean,
  tries: number,
): ShelfProduct | undefined {
  for (let left = tries; left > 0; left -= 1) {
    const product = random.pick(shelf);
    if (random.chance(product.weight) && fits(product)) return product;
  }
  return undefined;
}

function fitsWish({ publishedAt, terms }: ShelfProduct, { firm, group, amountWan, termMonths, at, houseBankId }: Wish): boolean {
  const amountFen = amountWan * fenPerWan;
  return (
    publishedAt < at &&
    terms.labels.includes('redCredit') === (group === 'red') &&
    (group === 'governmentData' ? terms.labels.includes('inclusive') : true) &&
    (terms.amountFenMin ?? 0) <= amountFen &&
    amountFen <= (terms.amountFenMax ?? Number.POSITIVE_INFINITY) &&
    (terms.termMonthsMin ?? 0) <= termMonths &&
    termMonths <= (terms.termMonthsMax ?? Number.POSITIVE_INFINITY) &&
    (terms.regionCodes.includes(citywide) || terms.regionCodes.includes(firm.countyCode)) &&
    !terms.industryCodesExcluded.some(code => isWithinIndustry(firm.industryCode, code)) &&
    (!terms.labels.includes('renewal') || houseBankId !== null) &&
    suits(terms.category, firm, houseBankId !== null)
  );
}

/** Loans on patents go to those who invent, loans on exports to those who export. */
function suits(category: ProductCategory, { traits }: FirmSketch, hasBorrowed: boolean): boolean {
  switch (category) {
    case 'ipPledge':
    case 'sciTech':
      return traits.includes('invents');
    case 'export':
      return traits.includes('exports');
    case 'agriculture':
      return traits.includes('farms');
    case 'power':
    case 'green':
    case 'supplyChain':
      return traits.includes('makes');
    case 'order':
      return traits.includes('tenders');
    case 'startUp':
      return !hasBorrowed;
    default:
      return true;
  }
}

/** Reads the shelf: published loan products in their first version, which has been in force since it was published. */
export async function readShelf(read: Reader): Promise<Shelf> {
  const rows = await read
    .select({ terms: productVersions, bankId: products.institutionId, shortName: organisations.shortName })
    .from(products)
    .innerJoin(productVersions, eq(productVersions.id, products.currentVersionId))
    .innerJoin(organisations, eq(organisations.id, products.institutionId))
    .where(and(eq(products.listing, 'published'), eq(products.kind, 'loan'), eq(productVersions.number, 1)))
    .orderBy(asc(products.firstPublishedOn), asc(products.code));
  const ofBank = new Map<string, number>();
  for (const { bankId } of rows) ofBank.set(bankId, (ofBank.get(bankId) ?? 0) + 1);
  const raw = rows.map(({ bankId, shortName }) => shareOf(shortName) / (ofBank.get(bankId) ?? 1));
  const most = Math.max(...raw);
  return new Shelf(
    rows.flatMap(({ terms, bankId }, place) =>
      terms.publishedAt === null ? [] : [{ bankId, terms, publishedAt: terms.publishedAt, weight: (raw[place] ?? 0) / most }],
    ),
  );
}
