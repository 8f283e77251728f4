import { entries, fenMax, inWan } from './attribute';
import { purposes, repaymentMethods, securityKinds } from './vocabulary';

/** The fields of a financing request: the firm's wish, never a fact about its past. */
export const requestAttributes = entries({
  requestAmountFen: {
    kind: 'number',
    unit: 'fen',
    min: 1,
    max: fenMax,
    commonCuts: inWan(10, 20, 50, 100, 200, 300, 500, 1000, 3000),
    change: 'act',
    dataClass: 'REQUEST',
    label: { zh: '申请金额', en: 'Amount requested' },
    about: { zh: '本次融资需求的金额。', en: 'Amount of this financing request.' },
  },
  requestTermMonths: {
    kind: 'number',
    unit: 'month',
    min: 1,
    max: 600,
    commonCuts: [3, 6, 12, 24, 36, 60, 120],
    change: 'act',
    dataClass: 'REQUEST',
    label: { zh: '申请期限', en: 'Term requested' },
    about: { zh: '本次融资需求的期限。', en: 'Term of this financing request.' },
  },
  requestPurpose: {
    kind: 'enum',
    change: 'act',
    dataClass: 'REQUEST',
    label: { zh: '资金用途', en: 'Purpose' },
    about: { zh: '本次融资的资金用途。', en: 'What the money is for.' },
    values: purposes,
  },
  securitiesOffered: {
    kind: 'set',
    change: 'act',
    dataClass: 'REQUEST',
    label: { zh: '可提供的担保', en: 'Security offered' },
    about: {
      zh: '企业愿意为本次融资提供的担保方式；不提供担保则为空。',
      en: 'Security the firm would give for this request; empty when none.',
    },
    values: securityKinds,
  },
  highestRateBps: {
    kind: 'number',
    unit: 'bp',
    min: 0,
    max: 3600,
    commonCuts: [300, 350, 400, 450, 500, 600, 800, 1000],
    change: 'act',
    dataClass: 'REQUEST',
    label: { zh: '可接受的最高年利率', en: 'Highest annual rate accepted' },
    about: {
      zh: '企业可接受的最高年化利率；不填表示未限定。',
      en: 'Highest annual rate the firm accepts; left open when not stated.',
    },
  },
  repaymentMethodsAccepted: {
    kind: 'set',
    change: 'act',
    dataClass: 'REQUEST',
    label: { zh: '可接受的还款方式', en: 'Repayment methods accepted' },
    about: { zh: '企业可接受的还款方式；不填表示均可。', en: 'Repayment methods the firm accepts; all when not stated.' },
    values: repaymentMethods,
  },
});
