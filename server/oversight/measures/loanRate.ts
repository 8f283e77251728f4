import { institutionReports } from '../reports/tables';
import type { Measure } from './measure';
import { computedFrom, figuresByMonth, reportSums } from './reports';

export const loanRate: Measure = {
  name: 'loanRate',
  label: { zh: '贷款加权平均利率', en: 'Weighted average loan rate' },
  definition: {
    zh: '当月新发放贷款的年利率按金额加权平均：Σ(金额×利率)÷Σ金额。',
    en: 'The yearly rates of the loans granted in the month, weighted by amount: Σ(amount × rate) / Σ amount.',
  },
  unit: 'bps',
  dimensions: ['month'],
  covers: 'lastMonth',
  isConfidential: true,
  whenEmpty: null,
  figures: async (read, request) => {
    const [granted, weighted] = await Promise.all([
      reportSums(read, institutionReports.newLoansFen, request),
      reportSums(read, institutionReports.newLoansWeightedRateFenBps, request),
    ]);
    return figuresByMonth(request, month =>
      computedFrom([granted.get(month), weighted.get(month)], ([amount, product]) =>
        amount.sum === 0 ? null : Math.round(product.sum / amount.sum),
      ),
    );
  },
};
