import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  inArray,
  isNull,
  lte,
  or,
  type Placeholder,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Reader } from '../database/database';
import { preparedVariants } from '../database/prepared';
import { rowsBy } from '../database/rows';
import { containing, orderOf } from '../database/select';
import { type OrganisationStatus, organisations } from '../identity/tables';
import type { RepaymentMethod, SecurityKind } from '../matching/attributes';
import type { MatchableProduct } from '../matching/match';
import type { Actor } from '../shared/actor';
import type { CalendarDate } from '../shared/dates';
import { checkListRequest, type ListRequest, type Page } from '../shared/list';
import type { LprQuote } from '../shared/rate';
import { notFound } from '../shared/refusals';
import { regionPath } from '../shared/regions';
import { canSeeProduct, canSeeRevision, partyOf } from './access';
import { kindOffered, type ProductKind } from './kind';
import type { ProductState, Revision } from './lifecycle';
import { lprQuotesAll } from './lpr/queries';
import { type Rates, ratesOn } from './pricing';
import { type Product, type ProductVersion, products, productTraits, productVersions, type TraitKind } from './tables';
import type { ProductCategory, ProductLabel } from './vocabulary';

/** A product with the version in force, or the draft of one never published, and whose it is. */
export type ProductView<Terms = ProductVersion> = Product & {
  readonly terms: Terms;
  readonly institution: {
    readonly id: string;
    readonly name: string;
    readonly shortName: string | null;
    readonly regionCode: string | null;
    readonly status: OrganisationStatus;
  };
};

export type ProductFilter = {
  readonly kind?: ProductKind | null;
  readonly state?: ProductState | null;
  /** Where the work on the next version stands, whatever is on the shelf. */
  readonly revision?: Revision | null;
  readonly institutionId?: string | null;
  readonly category?: ProductCategory | null;
  readonly label?: ProductLabel | null;
  readonly security?: SecurityKind | null;
  readonly isUnsecured?: boolean | null;
  readonly repaymentMethod?: RepaymentMethod | null;
  /** Products a firm in this division may ask for: those for it, for a division above it, or for everywhere. */
  readonly regionCode?: string | null;
  /** An amount and a term the product can be had for; what it does not state excludes nothing. */
  readonly amountFen?: number | null;
  readonly termMonths?: number | null;
};

export type ProductListRequest = ListRequest & { readonly q?: string | null; readonly filter?: ProductFilter | null };

const shownVersionId = sql`coalesce(${products.currentVersionId}, ${products.draftVersionId})`;

/** What a list reads of a version; the rest, which is most of it, only the page of one product shows. */
const listed = {
  id: productVersions.id,
  productId: productVersions.productId,
  number: productVersions.number,
  name: productVersions.name,
  category: productVersions.category,
  labels: productVersions.labels,
  amountFenMin: productVersions.amountFenMin,
  amountFenMax: productVersions.amountFenMax,
  termMonthsMin: productVersions.termMonthsMin,
  termMonthsMax: productVersions.termMonthsMax,
  pricing: productVersions.pricing,
  repaymentMethods: productVersions.repaymentMethods,
  isUnsecured: productVersions.isUnsecured,
  securities: productVersions.securities,
  audienceText: productVersions.audienceText,
  createdAt: productVersions.createdAt,
  publishedAt: productVersions.publishedAt,
  replacedAt: productVersions.replacedAt,
};

export type ListedVersion = Pick<ProductVersion, keyof typeof listed>;

const institution = {
  id: organisations.id,
  name: organisations.name,
  shortName: organisations.shortName,
  regionCode: organisations.regionCode,
  status: organisations.status,
};

const selectViews = (read: Reader) =>
  read
    .select({ ...getTableColumns(products), terms: getTableColumns(productVersions), institution })
    .from(products)
    .innerJoin(productVersions, eq(productVersions.id, shownVersionId))
    .innerJoin(organisations, eq(organisations.id, products.institutionId));

/** The page of products that `actor` (null: not signed in) may see and the filter keeps, newest first. */
export async function listProducts(
  read: Reader,
  actor: Actor | null,
  request: ProductListRequest,
): Promise<Page<ProductView<ListedVersion>>> {
  checkListRequest(request);
  const order = orderOf(request, sorts, [desc(products.createdAt)]);
  const filters = filtersOf(actor, request).filter(filter => filter !== undefined);
  const values = { limit: request.perPage, offset: (request.page - 1) * request.perPage };
  const [rows, [counted]] = await (filters.length === 0
    ? unfiltered(read, actor, request, values)
    : filtered(read, { where: and(visibleTo(actor), ...filters), order, ...values }));
  return { items: rows, total: counted?.total ?? 0 };
}

type PageRequest = { where: SQL | undefined; order: readonly SQL[]; limit: number; offset: number };

const filtered = (read: Reader, { where, order, limit, offset }: PageRequest) =>
  Promise.all([
    selectListed(read)
      .where(where)
      .orderBy(...order, asc(products.id))
      .limit(limit)
      .offset(offset),
    selectTotal(read).where(where),
  ]);

/** The page that everybody opens first, which has nothing to build anew: who looks and in which order are its variants. */
function unfiltered(read: Reader, actor: Actor | null, { sort, order }: ListRequest, values: { limit: number; offset: number }) {
  const visibility = visibilityOf(actor);
  const given = { ...values, organisationId: actor?.organisationId ?? '' };
  return Promise.all([
    unfilteredPage(read, `${visibility}.${sort ?? ''}.${order ?? ''}`, given),
    unfilteredTotal(read, visibility, given),
  ]);
}

const selectListed = (read: Reader) =>
  read
    .select({ ...getTableColumns(products), terms: listed, institution })
    .from(products)
    .innerJoin(productVersions, eq(productVersions.id, shownVersionId))
    .innerJoin(organisations, eq(organisations.id, products.institutionId));

const selectTotal = (read: Reader) =>
  read
    .select({ total: count() })
    .from(products)
    .innerJoin(productVersions, eq(productVersions.id, shownVersionId))
    .innerJoin(organisations, eq(organisations.id, products.institutionId));

const organisationId = sql.placeholder('organisationId');

const unfilteredPage = preparedVariants((read: Reader, variant: string) => {
  const [visibility, sort, order] = variant.split('.');
  return selectListed(read)
    .where(isVisible(visibility as Visibility, organisationId))
    .orderBy(
      ...orderOf({ page: 1, perPage: 1, sort, order: order as ListRequest['order'] }, sorts, [desc(products.createdAt)]),
      asc(products.id),
    )
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'));
});

const unfilteredTotal = preparedVariants((read: Reader, visibility: Visibility) =>
  selectTotal(read).where(isVisible(visibility, organisationId)),
);

const sorts = {
  name: productVersions.name,
  code: products.code,
  category: productVersions.category,
  institution: organisations.name,
  amountFenMax: productVersions.amountFenMax,
  termMonthsMax: productVersions.termMonthsMax,
  firstPublishedOn: products.firstPublishedOn,
  createdAt: products.createdAt,
};

/** Which products somebody sees beside those in force: none, those of the own institution, those the operator handles. */
type Visibility = 'published' | 'own' | 'operated';

function visibilityOf(actor: Actor | null): Visibility {
  if (actor?.organisationKind === 'operator') return 'operated';
  return actor && kindOffered[actor.organisationKind] ? 'own' : 'published';
}

/** `canSee` as a condition. */
const visibleTo = (actor: Actor | null): SQL | undefined => isVisible(visibilityOf(actor), actor?.organisationId ?? '');

function isVisible(visibility: Visibility, organisation: string | Placeholder): SQL | undefined {
  const isOffered = isOnOffer();
  if (visibility === 'operated')
    return or(sql`${products.listing} <> 'unlisted'`, eq(products.revision, 'inReview'), eq(products.draftedBy, 'operator'));
  return visibility === 'own' ? or(isOffered, eq(products.institutionId, organisation)) : isOffered;
}

/** `canSeeRevision` as a condition. */
function revisionVisibleTo(actor: Actor | null): SQL | undefined {
  if (actor?.organisationKind === 'operator') return or(eq(products.revision, 'inReview'), eq(products.draftedBy, 'operator'));
  return eq(products.institutionId, actor?.organisationId ?? '');
}

function filtersOf(actor: Actor | null, { q, filter }: ProductListRequest): (SQL | undefined)[] {
  const words = q?.trim();
  return [
    words
      ? or(containing(productVersions.name, words), containing(organisations.name, words), containing(products.code, words))
      : undefined,
    filter?.kind ? eq(products.kind, filter.kind) : undefined,
    filter?.state ? inState(filter.state) : undefined,
    filter?.revision ? and(eq(products.revision, filter.revision), revisionVisibleTo(actor)) : undefined,
    filter?.institutionId ? eq(products.institutionId, filter.institutionId) : undefined,
    filter?.category ? eq(productVersions.category, filter.category) : undefined,
    filter?.label ? hasTrait('label', [filter.label]) : undefined,
    filter?.security ? hasTrait('security', [filter.security]) : undefined,
    typeof filter?.isUnsecured === 'boolean' ? eq(productVersions.isUnsecured, filter.isUnsecured) : undefined,
    filter?.repaymentMethod ? hasTrait('repaymentMethod', [filter.repaymentMethod]) : undefined,
    filter?.regionCode ? isOfferedIn(filter.regionCode) : undefined,
    typeof filter?.amountFen === 'number'
      ? covers(productVersions.amountFenMin, productVersions.amountFenMax, filter.amountFen)
      : undefined,
    typeof filter?.termMonths === 'number'
      ? covers(productVersions.termMonthsMin, productVersions.termMonthsMax, filter.termMonths)
      : undefined,
  ];
}

const inState = (state: ProductState): SQL | undefined =>
  state === 'draft' || state === 'inReview'
    ? and(eq(products.listing, 'unlisted'), eq(products.revision, state))
    : eq(products.listing, state);

const hasTrait = (kind: TraitKind, codes: readonly string[]): SQL =>
  sql`exists (select 1 from ${productTraits} where ${productTraits.versionId} = ${productVersions.id} and ${productTraits.kind} = ${kind} and ${inArray(productTraits.code, [...codes])})`;

const isOfferedIn = (regionCode: string): SQL | undefined =>
  or(
    sql`not exists (select 1 from ${productTraits} where ${productTraits.versionId} = ${productVersions.id} and ${productTraits.kind} = 'region')`,
    hasTrait('region', [regionCode, ...regionPath(regionCode).map(region => region.code)]),
  );

type Bound = typeof productVersions.amountFenMin | typeof productVersions.termMonthsMin;

const covers = (low: Bound, high: Bound, value: number): SQL | undefined =>
  and(or(isNull(low), lte(low, value)), or(isNull(high), sql`${high} >= ${value}`));

const productWord = { zh: '产品', en: 'product' };

/** A product of an institution that was suspended is nobody's to apply for: its own and the operator still see it. */
const canSee = (actor: Actor | null, view: ProductView): boolean =>
  canSeeProduct(actor, view) && (view.institution.status === 'active' || partyOf(actor, view) !== null);

/** Published, by an institution that is at work; needs `organisations` joined as the institution. */
const isOnOffer = () => and(eq(products.listing, 'published'), eq(organisations.status, 'active'));

/** One product as `actor` may see it; refuses another's as not found. */
export async function productOf(read: Reader, actor: Actor | null, id: string): Promise<ProductView> {
  const view = await productAfter(read, id);
  if (!canSee(actor, view)) throw notFound(productWord, id);
  return view;
}

/** One product for whoever has just changed it: a reviewer reads the answer to a return that takes it out of sight. */
export async function productAfter(read: Reader, id: string): Promise<ProductView> {
  const [row] = await selectViews(read).where(eq(products.id, id));
  if (!row) throw notFound(productWord, id);
  return row;
}

/** Products by their ids as `actor` may see them, in the order asked for; another's is answered as not found. */
export async function productsByIds(read: Reader, actor: Actor | null, ids: readonly string[]): Promise<(ProductView | Error)[]> {
  const rows = await selectViews(read).where(inArray(products.id, [...ids]));
  const byId = new Map(rows.filter(row => canSee(actor, row)).map(row => [row.id, row]));
  return ids.map(id => byId.get(id) ?? notFound(productWord, id));
}

export type NamedProduct = { readonly id: string; readonly name: string; readonly institutionName: string };

/** The names of products and their institutions, by the versions in force; those without one are left out. */
export async function productNames(read: Reader, ids: readonly string[]): Promise<NamedProduct[]> {
  if (ids.length === 0) return [];
  return await read
    .select({ id: products.id, name: productVersions.name, institutionName: organisations.name })
    .from(products)
    .innerJoin(productVersions, eq(productVersions.id, products.currentVersionId))
    .innerJoin(organisations, eq(organisations.id, products.institutionId))
    .where(inArray(products.id, [...ids]));
}

/** Every version of a product that `actor` may see, newest first: those once published, and the open draft of its own. */
export async function versionsOfProduct(read: Reader, actor: Actor | null, productId: string): Promise<ProductVersion[]> {
  const product = await productOf(read, actor, productId);
  const versions = await read
    .select()
    .from(productVersions)
    .where(eq(productVersions.productId, productId))
    .orderBy(desc(productVersions.number));
  return versions.filter(version => version.publishedAt !== null || canSeeRevision(actor, product));
}

/** Versions by their ids, in the order asked for. */
export async function versionsByIds(read: Reader, ids: readonly string[]): Promise<(ProductVersion | Error)[]> {
  const found = await productVersionsById(read, ids);
  const byId = new Map(found.map(version => [version.id, version]));
  return ids.map(id => byId.get(id) ?? notFound({ zh: '产品版本', en: 'product version' }, id));
}

/** Every loan product in force, of institutions at work, as matching takes it; rates linked to the LPR are those of `today`. Ordered by id. */
export async function publishedProducts(read: Reader, today: CalendarDate): Promise<MatchableProduct[]> {
  const [versions, quotes] = await Promise.all([
    read
      .select({ terms: productVersions })
      .from(products)
      .innerJoin(productVersions, eq(productVersions.id, products.currentVersionId))
      .innerJoin(organisations, eq(organisations.id, products.institutionId))
      .where(and(isOnOffer(), eq(products.kind, 'loan')))
      .orderBy(asc(products.id)),
    lprQuotesAll(read),
  ]);
  return versions.map(({ terms }) => matchableOf(terms, today, quotes));
}

/** What a loan product in force costs and promises, as a list of matches is ranked by it. */
export type OfferedLoan = Pick<
  ProductVersion,
  | 'productId'
  | 'category'
  | 'amountFenMin'
  | 'amountFenMax'
  | 'termMonthsMin'
  | 'termMonthsMax'
  | 'fees'
  | 'repaymentMethods'
  | 'promisedDays'
> &
  Pick<Rates, 'rateBpsMin' | 'rateBpsMax'>;

/** Every loan product in force with its costs, its rates by the quotation that holds on `date`. Ordered by id. */
export async function offeredLoans(read: Reader, date: CalendarDate): Promise<OfferedLoan[]> {
  const [rows, quotes] = await Promise.all([
    read
      .select({
        productId: productVersions.productId,
        category: productVersions.category,
        amountFenMin: productVersions.amountFenMin,
        amountFenMax: productVersions.amountFenMax,
        termMonthsMin: productVersions.termMonthsMin,
        termMonthsMax: productVersions.termMonthsMax,
        pricing: productVersions.pricing,
        fees: productVersions.fees,
        repaymentMethods: productVersions.repaymentMethods,
        promisedDays: productVersions.promisedDays,
      })
      .from(products)
      .innerJoin(productVersions, eq(productVersions.id, products.currentVersionId))
      .where(and(eq(products.listing, 'published'), eq(products.kind, 'loan')))
      .orderBy(asc(products.id)),
    lprQuotesAll(read),
  ]);
  return rows.map(({ pricing, ...loan }) => ({ ...loan, ...ratesOn(pricing, date, quotes) }));
}

/** A version of a loan product as matching takes it, its rates by the quotation that holds on `date`. */
export const matchableOf = (terms: ProductVersion, date: CalendarDate, quotes: readonly LprQuote[]): MatchableProduct => ({
  id: terms.productId,
  versionId: terms.id,
  rule: terms.rule,
  terms: {
    amountFenMin: terms.amountFenMin,
    amountFenMax: terms.amountFenMax,
    termMonthsMin: terms.termMonthsMin,
    termMonthsMax: terms.termMonthsMax,
    rateBpsMin: ratesOn(terms.pricing, date, quotes).rateBpsMin,
    isUnsecured: terms.isUnsecured,
    securities: terms.securities,
    repaymentMethods: terms.repaymentMethods,
    purposes: terms.purposes,
    regions: terms.regionCodes,
    industries: terms.industryCodes,
    industriesExcluded: terms.industryCodesExcluded,
  },
});

const productVersionsById = rowsBy(productVersions, productVersions.id);
