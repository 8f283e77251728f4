import { words as bilingual } from '../../i18n/words';

export const words = bilingual(
  {
    title: '预授信意向（不构成授信承诺）',
    notBinding: '预授信只是意向，对银行和企业都没有约束力，不是授信批准，也不是放款承诺。以正式报价和授信批准为准。',
    says: '意向金额不超过 %{amount}，年利率约 %{rates}。',
    give: '出具预授信意向',
    giveText: '企业会看到金额和利率区间，并看到它不构成授信承诺。之后仍须发出正式报价。',
    amount: '意向金额',
    asked: '企业申请 %{amount}',
    lowest: '年利率下限',
    highest: '年利率上限',
    upsideDown: '上限不能低于下限',
    note: '银行的说明',
    noteHelp: '例如还需核实什么；企业会看到',
    send: '发给企业',
  },
  {
    title: 'In principle (no approval)',
    notBinding:
      'This is only an indication: it binds neither side, and is neither an approval nor a promise of payment. Go by the binding offer and the approval.',
    says: 'Up to %{amount}, at about %{rates} a year.',
    give: 'Say in principle',
    giveText: 'The firm sees the amount and the range of rates, and that they bind nobody. A binding offer has still to follow.',
    amount: 'Amount in principle',
    asked: 'The firm asked for %{amount}',
    lowest: 'Lowest annual rate',
    highest: 'Highest annual rate',
    upsideDown: 'The highest cannot be below the lowest',
    note: 'In the words of the bank',
    noteHelp: 'Such as what has still to be checked; the firm sees it',
    send: 'Send to the firm',
  },
);
