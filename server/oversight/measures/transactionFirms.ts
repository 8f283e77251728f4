import type { Measure } from './measure';
import { countBehind, transactionDimensions, transactionGroups } from './transactions';

/** Hidden where the count of transactions is: firms do not add up over months, their deals do. */
export const transactionFirms: Measure = {
  name: 'transactionFirms',
  label: { zh: '惠及企业户数', en: 'Firms financed' },
  definition: {
    zh: '期间内经平台获得放款的企业户数，每户只计一次；因此各月之和可能大于合计。',
    en: 'Firms that had at least one loan disbursed in the period, each counted once: months may add up to more than their total.',
  },
  unit: 'count',
  dimensions: transactionDimensions,
  covers: 'period',
  isConfidential: true,
  whenEmpty: 0,
  figures: async (read, request) =>
    (await transactionGroups(read, request)).map(group => ({
      keys: group.keys,
      value: group.amount.respondents,
      behind: [countBehind(group)],
    })),
};
