import { expect, test } from 'vitest';
import type { ProductVersion } from '../../generated/schema';
import { emptyForm, formOf, inputOf, type TermsForm } from './termsForm';

const stated = {
  name: '税信贷',
  category: 'tax',
  labels: ['inclusive'],
  amountFenMin: null,
  amountFenMax: 300_000_000,
  termMonthsMin: 1,
  termMonthsMax: 12,
  fees: [
    {
      kind: 'guarantee',
      chargedBy: 'guarantor',
      paidBy: 'enterprise',
      timing: 'yearly',
      amountFen: null,
      rateBps: 80,
      note: null,
    },
  ],
  repaymentMethods: ['FLEXIBLE'],
  isUnsecured: true,
  securities: [],
  purposes: [],
  regionCodes: ['510600'],
  industryCodes: [],
  industryCodesExcluded: ['7010'],
  promisedDays: { accept: 1, contact: null, decide: 5, disburse: null },
  rule: { all: [{ attr: 'foundedOn', op: 'atLeastAgo', months: 24 }] },
  conditionsText: null,
  audienceText: null,
  introduction: '按纳税额核定',
  contact: { name: null, phone: '0838-0000000', address: null },
  sourceNote: null,
} as const;

const computed = {
  id: 'v',
  number: 1,
  ruleSentences: [],
  regions: [],
  industries: [],
  industriesExcluded: [],
  gaps: [],
  readings: [],
  ruleDigest: '',
  createdAt: '',
  publishedAt: null,
  replacedAt: null,
};
const rates = { rateBpsMin: null, rateBpsMax: null, lprPublishedOn: null, lprRateBps: null };
const version = (extra: Pick<ProductVersion, 'pricing' | 'documents'>): ProductVersion => ({
  ...stated,
  ...computed,
  rates,
  ...extra,
});

const unsaid = { rateBpsMin: null, rateBpsMax: null, tenor: null, spreadBpsMin: null, spreadBpsMax: null, repricing: null };

test.each<[string, ProductVersion['pricing'], unknown]>([
  ['no price', null, null],
  [
    'a fixed range',
    { ...unsaid, kind: 'fixed', rateBpsMin: 345, rateBpsMax: null },
    { kind: 'fixed', rateBpsMin: 345, rateBpsMax: null },
  ],
  [
    'points on the LPR',
    { ...unsaid, kind: 'lpr', tenor: '5Y', spreadBpsMin: -20, spreadBpsMax: 90, repricing: 'monthly' },
    { kind: 'lpr', tenor: '5Y', repricing: 'monthly', spreadBpsMin: -20, spreadBpsMax: 90 },
  ],
])('a version with %s is handed in as it was', (_, pricing, price) =>
  expect(inputOf(formOf(version({ pricing, documents: ['营业执照', '纳税申报表'] })))).toEqual({
    ...stated,
    pricing: price,
    documents: ['营业执照', '纳税申报表'],
  }),
);

test('documents are one a line; blank lines are none', () => {
  const form = { ...emptyForm, name: 'A', category: 'tax', documentsText: ' 营业执照 \n\n 审计报告\n' } as TermsForm;
  expect(inputOf(form).documents).toEqual(['营业执照', '审计报告']);
});
