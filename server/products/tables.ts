import { sql } from 'drizzle-orm';
import {
  check,
  choice,
  date,
  flag,
  id,
  index,
  instant,
  integer,
  isOneOf,
  json,
  money,
  primaryKey,
  table,
  text,
  uniqueIndex,
  version,
} from '../database/columns';
import { organisations } from '../identity/tables';
import { lprTenors } from '../shared/rate';
import { productKinds } from './kind';
import { listings, revisions } from './lifecycle';
import type { ReadingReport } from './reading/report';
import type { Fee, Pricing, ProductContact, PromisedDays, Terms } from './terms';
import { codesOf, productCategories } from './vocabulary';

/** Who acts on a product: the institution whose product it is, or the operator of the platform. */
export const parties = ['institution', 'operator'] as const;
export type Party = (typeof parties)[number];

/** A product of an institution: where it stands. What it says is in its versions. */
export const products = table(
  'products',
  {
    id: id(),
    institutionId: text('institution_id')
      .notNull()
      .references(() => organisations.id),
    kind: choice('kind', productKinds).notNull(),
    /** The institution's own number for it, or that of the register it was imported from. */
    code: text('code'),
    /** The operator may draw a product up on an institution's behalf, from what it has published. */
    draftedBy: choice('drafted_by', parties).notNull(),
    listing: choice('listing', listings).notNull(),
    revision: choice('revision', revisions).notNull(),
    /**
     * The version in force and the one being worked on; at least one is there. No foreign key: versions point here,
     * and both are written in one unit of work.
     */
    currentVersionId: text('current_version_id'),
    draftVersionId: text('draft_version_id'),
    /** Why it was last returned, suspended or withdrawn. */
    stateReason: text('state_reason'),
    /** What the operator suspended only the operator resumes. */
    suspendedBy: choice('suspended_by', parties),
    firstPublishedOn: date('first_published_on'),
    createdAt: instant('created_at').notNull(),
    version: version(),
  },
  product => [
    uniqueIndex('products_code').on(product.institutionId, product.code),
    index('products_listing').on(product.listing, product.revision),
    isOneOf('products_kind_known', product.kind, productKinds),
    isOneOf('products_listing_known', product.listing, listings),
    isOneOf('products_revision_known', product.revision, revisions),
    isOneOf('products_drafted_by_known', product.draftedBy, parties),
    isOneOf('products_suspended_by_known', product.suspendedBy, parties),
    check('products_has_version', sql`${product.currentVersionId} is not null or ${product.draftVersionId} is not null`),
    check('products_published_has_current', sql`${product.listing} <> 'published' or ${product.currentVersionId} is not null`),
  ],
);

/** What a product says at one time. Changes while it is a draft; once published it never changes again. */
export const productVersions = table(
  'product_versions',
  {
    id: id(),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    /** 1, 2, 3 … within the product. */
    number: integer('number').notNull(),
    name: text('name').notNull(),
    category: choice('category', codesOf(productCategories)).notNull(),
    labels: json<Terms['labels']>('labels').notNull(),
    amountFenMin: money('amount_fen_min'),
    amountFenMax: money('amount_fen_max'),
    termMonthsMin: integer('term_months_min'),
    termMonthsMax: integer('term_months_max'),
    pricing: json<Pricing | null>('pricing'),
    fees: json<readonly Fee[]>('fees').notNull(),
    repaymentMethods: json<Terms['repaymentMethods']>('repayment_methods').notNull(),
    isUnsecured: flag('is_unsecured').notNull(),
    securities: json<Terms['securities']>('securities').notNull(),
    purposes: json<Terms['purposes']>('purposes').notNull(),
    regionCodes: json<Terms['regionCodes']>('region_codes').notNull(),
    industryCodes: json<Terms['industryCodes']>('industry_codes').notNull(),
    industryCodesExcluded: json<Terms['industryCodesExcluded']>('industry_codes_excluded').notNull(),
    documents: json<Terms['documents']>('documents').notNull(),
    promisedDays: json<PromisedDays>('promised_days').notNull(),
    rule: json<Terms['rule']>('rule').notNull(),
    /** SHA-256 of the rule's canonical text: versions that ask the same have the same. */
    ruleDigest: text('rule_digest').notNull(),
    conditionsText: text('conditions_text'),
    audienceText: text('audience_text'),
    introduction: text('introduction'),
    contact: json<ProductContact>('contact').notNull(),
    sourceNote: text('source_note'),
    /** Which published phrases became terms, which a rule and which stayed text; null when it was typed in here. */
    reading: json<ReadingReport | null>('reading'),
    createdAt: instant('created_at').notNull(),
    publishedAt: instant('published_at'),
    /** The moment the next version took its place. */
    replacedAt: instant('replaced_at'),
  },
  terms => [
    uniqueIndex('product_versions_number').on(terms.productId, terms.number),
    isOneOf('product_versions_category_known', terms.category, codesOf(productCategories)),
    check('product_versions_amount_range', sql`${terms.amountFenMin} <= ${terms.amountFenMax}`),
    check('product_versions_term_range', sql`${terms.termMonthsMin} <= ${terms.termMonthsMax}`),
    check('product_versions_replaced_was_published', sql`${terms.replacedAt} is null or ${terms.publishedAt} is not null`),
  ],
);

export const traitKinds = ['label', 'security', 'repaymentMethod', 'region'] as const;
export type TraitKind = (typeof traitKinds)[number];

/** The words of a version that lists are filtered by, one a row: derived from its terms whenever they are written. */
export const productTraits = table(
  'product_traits',
  {
    versionId: text('version_id')
      .notNull()
      .references(() => productVersions.id),
    kind: choice('kind', traitKinds).notNull(),
    code: text('code').notNull(),
  },
  trait => [
    primaryKey({ columns: [trait.versionId, trait.kind, trait.code] }),
    isOneOf('product_traits_kind_known', trait.kind, traitKinds),
  ],
);

/** The loan prime rate as published; a quotation holds until the next. */
export const lprQuotes = table(
  'lpr_quotes',
  {
    id: id(),
    publishedOn: date('published_on').notNull(),
    tenor: choice('tenor', lprTenors).notNull(),
    rateBps: integer('rate_bps').notNull(),
    source: text('source').notNull(),
  },
  quote => [
    uniqueIndex('lpr_quotes_day_tenor').on(quote.publishedOn, quote.tenor),
    isOneOf('lpr_quotes_tenor_known', quote.tenor, lprTenors),
    check('lpr_quotes_rate', sql`${quote.rateBps} between 1 and 2000`),
  ],
);

export type Product = typeof products.$inferSelect;
export type ProductVersion = typeof productVersions.$inferSelect;
export type LprQuote = typeof lprQuotes.$inferSelect;
