import type {
  FeeInput,
  PricingInput,
  ProductContactInput,
  ProductTermsInput,
  ProductVersion,
  PromisedDaysInput,
} from '../../generated/schema';

/** The pricing part of the form: both ways to price stay typed while one is chosen. */
type PricingForm = { readonly kind: 'none' | 'fixed' | 'lpr' } & Omit<PricingInput, 'kind'>;

/** What the form holds: the terms as the platform takes them, but for pricing and for documents, typed one a line. */
export type TermsForm = Omit<ProductTermsInput, 'pricing' | 'documents'> & {
  readonly pricing: PricingForm;
  readonly documentsText: string | null;
};

/** The form of a product that states nothing yet. */
export const emptyForm: Partial<TermsForm> = {
  labels: [],
  pricing: {
    kind: 'none',
    tenor: '1Y',
    repricing: 'anniversary',
    spreadBpsMin: null,
    spreadBpsMax: null,
    rateBpsMin: null,
    rateBpsMax: null,
  },
  fees: [],
  repaymentMethods: [],
  isUnsecured: false,
  securities: [],
  purposes: [],
  regionCodes: [],
  industryCodes: [],
  industryCodesExcluded: [],
  documentsText: '',
  promisedDays: { accept: null, contact: null, decide: null, disburse: null },
  contact: { name: null, phone: null, address: null },
  rule: { all: [] },
};

/** The form filled with what `version` says. */
export const formOf = (version: ProductVersion): TermsForm => ({
  ...inputFields(version),
  pricing: version.pricing
    ? { ...version.pricing, tenor: version.pricing.tenor ?? '1Y', repricing: version.pricing.repricing ?? 'anniversary' }
    : { kind: 'none', tenor: '1Y', repricing: 'anniversary' },
  documentsText: version.documents.join('\n'),
});

/** What the form says, as the platform takes it. */
export const inputOf = (form: TermsForm): ProductTermsInput => ({
  ...inputFields(form),
  pricing: pricingOf(form.pricing),
  documents: (form.documentsText ?? '').split('\n').flatMap(line => line.trim() || []),
});

function pricingOf({
  kind,
  tenor,
  repricing,
  rateBpsMin,
  rateBpsMax,
  spreadBpsMin,
  spreadBpsMax,
}: PricingForm): PricingInput | null {
  if (kind === 'none') return null;
  return kind === 'fixed' ? { kind, rateBpsMin, rateBpsMax } : { kind, tenor, repricing, spreadBpsMin, spreadBpsMax };
}

type SameFields = Omit<ProductTermsInput, 'pricing' | 'documents'>;

/** The fields that the form holds as the platform takes them, and no others. */
const inputFields = (from: SameFields): SameFields => ({
  name: from.name,
  category: from.category,
  labels: from.labels,
  amountFenMin: from.amountFenMin,
  amountFenMax: from.amountFenMax,
  termMonthsMin: from.termMonthsMin,
  termMonthsMax: from.termMonthsMax,
  fees: from.fees?.map(feeOf),
  repaymentMethods: from.repaymentMethods,
  isUnsecured: from.isUnsecured,
  securities: from.securities,
  purposes: from.purposes,
  regionCodes: from.regionCodes,
  industryCodes: from.industryCodes,
  industryCodesExcluded: from.industryCodesExcluded,
  promisedDays: promisedOf(from.promisedDays),
  rule: from.rule,
  conditionsText: from.conditionsText,
  audienceText: from.audienceText,
  introduction: from.introduction,
  contact: contactOf(from.contact),
  sourceNote: from.sourceNote,
});

const feeOf = ({ kind, chargedBy, paidBy, timing, amountFen, rateBps, note }: FeeInput): FeeInput => ({
  kind,
  chargedBy,
  paidBy,
  timing,
  amountFen,
  rateBps,
  note,
});

const promisedOf = (days: PromisedDaysInput | null | undefined): PromisedDaysInput => ({
  accept: days?.accept ?? null,
  contact: days?.contact ?? null,
  decide: days?.decide ?? null,
  disburse: days?.disburse ?? null,
});

const contactOf = (contact: ProductContactInput | null | undefined): ProductContactInput => ({
  name: contact?.name ?? null,
  phone: contact?.phone ?? null,
  address: contact?.address ?? null,
});
