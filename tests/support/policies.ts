import type { SupportPolicyInput } from '../../server/policies/publishPolicy';

/** Half of the interest, once a year, to whoever borrows. */
export const policyInput = (values: Partial<SupportPolicyInput> = {}): SupportPolicyInput => ({
  name: '小微企业贷款贴息',
  source: '德财金〔2026〕1号',
  kind: 'interestShare',
  rateBps: 5_000,
  payout: 'yearly',
  securities: [],
  categories: [],
  validFrom: '2026-01-01',
  ...values,
});
