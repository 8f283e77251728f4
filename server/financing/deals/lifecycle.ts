import { back, type Lifecycle } from '../../shared/lifecycle';

export const dealStates = ['disbursed', 'overdue', 'restructured', 'renewed', 'compensated', 'settled', 'writtenOff'] as const;
export type DealState = (typeof dealStates)[number];

/** `fallOverdue` and `catchUp` follow from the days past due and are nobody's; `compensate` is the guarantor's. The rest are the bank's. */
export type DealVerb = 'fallOverdue' | 'catchUp' | 'renew' | 'restructure' | 'compensate' | 'settle' | 'writeOff';

/** The firm still owes the lender, who watches over the loan. */
export const openStates = ['disbursed', 'overdue', 'restructured'] as const satisfies readonly DealState[];

/**
 * The life of a loan once it is paid out (transitions 22 and 23). A restructured loan goes on under its new terms, and comes
 * back to them after having been overdue. What a guarantor has compensated can still be settled by what is recovered, or be
 * written off.
 */
export const dealLifecycle: Lifecycle<DealState, DealVerb, DealState | typeof back> = {
  label: { zh: '贷款', en: 'loan' },
  states: {
    disbursed: { zh: '正常还款', en: 'running' },
    overdue: { zh: '逾期', en: 'overdue' },
    restructured: { zh: '已重组', en: 'restructured' },
    renewed: { zh: '已续贷', en: 'renewed' },
    compensated: { zh: '已代偿', en: 'compensated' },
    settled: { zh: '已结清', en: 'settled' },
    writtenOff: { zh: '已核销', en: 'written off' },
  },
  verbs: {
    fallOverdue: { from: ['disbursed', 'restructured'], to: 'overdue', label: { zh: '转为逾期', en: 'fall overdue' } },
    catchUp: { from: ['overdue'], to: back, label: { zh: '补足欠款', en: 'catch up' } },
    renew: { from: openStates, to: 'renewed', label: { zh: '续贷', en: 'renew' } },
    restructure: { from: openStates, to: 'restructured', label: { zh: '重组', en: 'restructure' } },
    compensate: { from: openStates, to: 'compensated', label: { zh: '代偿', en: 'compensate' } },
    settle: { from: [...openStates, 'compensated'], to: 'settled', label: { zh: '结清', en: 'settle' } },
    writeOff: { from: [...openStates, 'compensated'], to: 'writtenOff', label: { zh: '核销', en: 'write off' } },
  },
};
