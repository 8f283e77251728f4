import type { Measure } from './measure';
import { outstandingDimensions, outstandingGroups } from './outstanding';

export const loanBalance: Measure = {
  name: 'loanBalance',
  label: { zh: '平台贷款余额', en: 'Loans outstanding' },
  definition: {
    zh: '此刻经平台放款、尚在存续的贷款的本金余额；已续贷、代偿、结清、核销的不计，续贷只计新贷款。',
    en: 'Principal now owed of the running loans made on the platform; renewed, compensated, settled and written-off loans are left out, so a renewal counts once.',
  },
  unit: 'fen',
  dimensions: outstandingDimensions,
  covers: 'now',
  isConfidential: true,
  whenEmpty: 0,
  figures: async (read, { groupBy }) =>
    (await outstandingGroups(read, groupBy)).map(({ keys, balance }) => ({ keys, value: balance.sum, behind: [balance] })),
};
