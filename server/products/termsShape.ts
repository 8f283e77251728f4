import { z } from 'zod';
import { purposes, repaymentMethods, securityKinds } from '../matching/attributes';
import { industryByCode } from '../shared/industries';
import { says } from '../shared/input';
import { fenPerYi } from '../shared/money';
import { type LprTenor, lprTenors } from '../shared/rate';
import { regionPath } from '../shared/regions';
import type { Pricing } from './terms';
import {
  codesOf,
  feeChargers,
  feeKinds,
  feePayers,
  feeTimings,
  productCategories,
  productLabels,
  type Repricing,
  repricings,
} from './vocabulary';

/** The largest loan the platform reckons with, as in the attribute dictionary: 100 亿元. */
const amountFenMax = 100 * fenPerYi;
const termMonthsMax = 600;
/** 36 %: no institution may ask more of a firm (the former line of judicial protection, kept as a guard against typing). */
const rateBpsMax = 3600;
/** Wider than any spread quoted; 3 % written as 30000 bp is caught here. */
const spreadBpsMax = 1500;

const optional = <Shape extends z.ZodType>(shape: Shape) => shape.nullish().transform(value => value ?? null);
const list = <Shape extends z.ZodType>(item: Shape, max: number) =>
  z
    .array(item)
    .max(max)
    .nullish()
    .transform(items => [...new Set(items ?? [])]);
const prose = (max: number) => optional(z.string().trim().max(max)).transform(text => (text === '' ? null : text));

const amountFen = optional(z.number().int().min(1).max(amountFenMax));
const termMonths = optional(z.number().int().min(1).max(termMonthsMax));
const rateBps = z.number().int().min(0).max(rateBpsMax);
const spreadBps = z.number().int().min(-spreadBpsMax).max(spreadBpsMax);
const days = optional(z.number().int().min(0).max(365));

const inverted = (field: string, zh: string, en: string) => ({
  ...says(
    `${field}.inverted`,
    `${zh}的下限高于上限，请对调或改正。`,
    `The lower end of the ${en} is above its upper end: swap or correct them.`,
  ),
  path: [field],
});
const inOrder = (low: number | null, high: number | null): boolean => low === null || high === null || low <= high;

const regionCode = z
  .string()
  .refine(
    code => /^\d{6}(\d{3})?$/.test(code) && regionPath(code).length > 0,
    says('regionCodes.unknown', '没有这个行政区划代码。请从列表中选择。', 'There is no such division. Choose one from the list.'),
  );
const industryCode = z
  .string()
  .refine(
    code => industryByCode(code) !== undefined,
    says('industryCodes.unknown', '国民经济行业分类（GB/T 4754-2017）中没有这个代码。', 'GB/T 4754-2017 has no such code.'),
  );

const pricing = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('fixed'), rateBpsMin: optional(rateBps), rateBpsMax: optional(rateBps) })
    .refine(({ rateBpsMin, rateBpsMax }) => inOrder(rateBpsMin, rateBpsMax), inverted('rateBpsMin', '利率', 'rate'))
    .refine(({ rateBpsMin, rateBpsMax }) => rateBpsMin !== null || rateBpsMax !== null, {
      ...says(
        'rateBpsMin.required',
        '请至少填写最低或最高利率；未公布利率时不填定价方式。',
        'Give the lowest or the highest rate; leave the pricing out when no rate is published.',
      ),
      path: ['rateBpsMin'],
    }),
  z
    .object({
      kind: z.literal('lpr'),
      tenor: z.enum(lprTenors),
      spreadBpsMin: spreadBps,
      spreadBpsMax: spreadBps,
      repricing: z.enum(codesOf(repricings)),
    })
    .refine(({ spreadBpsMin, spreadBpsMax }) => spreadBpsMin <= spreadBpsMax, inverted('spreadBpsMin', '加点', 'spread')),
]);

export const fee = z
  .object({
    kind: z.enum(codesOf(feeKinds)),
    chargedBy: z.enum(codesOf(feeChargers)),
    paidBy: z.enum(codesOf(feePayers)),
    timing: z.enum(codesOf(feeTimings)),
    amountFen: optional(z.number().int().min(0).max(amountFenMax)),
    rateBps: optional(rateBps),
    note: prose(200),
  })
  .refine(
    ({ amountFen, rateBps, note }) => (amountFen === null) !== (rateBps === null) || (amountFen === null && note !== null),
    {
      ...says(
        'fees.basis',
        '每项费用填写金额或费率之一；两者都不确定时在备注中说明标准。',
        'Give either an amount or a rate for each fee; where neither is fixed, say in the note how it is set.',
      ),
      path: ['amountFen'],
    },
  );

/**
 * The terms of a product as an institution hands them in; amounts in fen, terms in months, rates in basis points. The
 * rule is checked by the rule language itself. Left out means not stated, never zero.
 */
export const termsShape = z
  .object({
    name: z.string().trim().min(2).max(60),
    category: z.enum(codesOf(productCategories)),
    labels: list(z.enum(codesOf(productLabels)), 20),
    amountFenMin: amountFen,
    amountFenMax: amountFen,
    termMonthsMin: termMonths,
    termMonthsMax: termMonths,
    pricing: optional(pricing),
    fees: z
      .array(fee)
      .max(20)
      .nullish()
      .transform(fees => fees ?? []),
    repaymentMethods: list(z.enum(codesOf(repaymentMethods)), 20),
    isUnsecured: z
      .boolean()
      .nullish()
      .transform(isUnsecured => isUnsecured ?? false),
    securities: list(z.enum(codesOf(securityKinds)), 20),
    purposes: list(z.enum(codesOf(purposes)), 20),
    regionCodes: list(regionCode, 100),
    industryCodes: list(industryCode, 100),
    industryCodesExcluded: list(industryCode, 100),
    documents: list(z.string().trim().min(1).max(200), 50),
    promisedDays: z
      .object({ accept: days, contact: days, decide: days, disburse: days })
      .nullish()
      .transform(promised => promised ?? { accept: null, contact: null, decide: null, disburse: null }),
    rule: z.unknown().optional(),
    conditionsText: prose(4000),
    audienceText: prose(1000),
    introduction: prose(4000),
    contact: z
      .object({ name: prose(60), phone: prose(60), address: prose(200) })
      .nullish()
      .transform(contact => contact ?? { name: null, phone: null, address: null }),
    sourceNote: prose(500),
  })
  .refine(terms => inOrder(terms.amountFenMin, terms.amountFenMax), inverted('amountFenMin', '额度', 'amount'))
  .refine(terms => inOrder(terms.termMonthsMin, terms.termMonthsMax), inverted('termMonthsMin', '期限', 'term'))
  .refine(terms => !terms.industryCodes.some(code => terms.industryCodesExcluded.includes(code)), {
    ...says(
      'industryCodesExcluded.alsoAccepted',
      '同一行业不能既准入又禁入。',
      'An industry cannot be both accepted and excluded.',
    ),
    path: ['industryCodesExcluded'],
  });

/** A pricing as a form hands it in: the fields of the other kind may be there and are ignored. */
type PricingInput = { readonly kind: Pricing['kind'] } & {
  readonly [Field in 'rateBpsMin' | 'rateBpsMax' | 'spreadBpsMin' | 'spreadBpsMax']?: number | null;
} & { readonly tenor?: LprTenor | null; readonly repricing?: Repricing | null };

export type TermsInput = Omit<z.input<typeof termsShape>, 'pricing'> & { readonly pricing?: PricingInput | null };
