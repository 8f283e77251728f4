import { shareBps } from '../../shared/rate';
import { institutionReports } from '../reports/tables';
import type { Measure } from './measure';
import { computedFrom, figuresByMonth, reportSums } from './reports';

export const loanToDeposit: Measure = {
  name: 'loanToDeposit',
  label: { zh: '存贷比', en: 'Loan-to-deposit ratio' },
  definition: {
    zh: '月末各项贷款余额÷月末各项存款余额。',
    en: 'Loans at the end of the month / deposits at the end of the month.',
  },
  unit: 'bps',
  dimensions: ['month'],
  covers: 'lastMonth',
  isConfidential: true,
  whenEmpty: null,
  figures: async (read, request) => {
    const [loans, deposits] = await Promise.all([
      reportSums(read, institutionReports.loansFen, request),
      reportSums(read, institutionReports.depositsFen, request),
    ]);
    return figuresByMonth(request, month =>
      computedFrom([loans.get(month), deposits.get(month)], ([lent, deposited]) => shareBps(lent.sum, deposited.sum)),
    );
  },
};
