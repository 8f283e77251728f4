import { words as bilingual } from '../../i18n/words';

export const words = bilingual(
  {
    title: '合同',
    states: '合同编号 %{number}，写明年化利率 %{rate}（含企业承担的全部费用）。',
    issued: '%{at} 出具',
    signed: '企业 %{at} 确认签约',
    unsigned: '等待企业签约',
    issue: '出具合同',
    putRight: '更正合同',
    issueText: '登记本行的合同编号和合同写明的年化利率。企业核对后确认签约，签约后才能放款。',
    number: '合同编号',
    rate: '合同写明的年化利率',
    rateHelp: '批准的是 %{rate}，合同须写明同一数字',
    anotherRate: '与批准的 %{rate} 不一致',
    send: '发给企业',
    sign: '确认签约',
    signText: '请在签署纸质或电子合同（编号 %{number}）后再确认。确认后银行放款；放款前双方仍可写明原因取消。',
    check: '请核对合同：%{amount}，%{term}，%{method}，年化利率 %{rate}。与合同不一致的，请勿确认，并联系银行更正。',
    confirmSigned: '我已签署',
  },
  {
    title: 'Contract',
    states: 'Contract %{number} states an annualised rate of %{rate}, every fee of the firm included.',
    issued: 'issued %{at}',
    signed: 'signed by the firm %{at}',
    unsigned: 'the firm has still to sign',
    issue: 'Issue the contract',
    putRight: 'Put the contract right',
    issueText:
      'Give the number under which your bank files the contract, and the annualised rate that it states. The firm checks and signs; only then can the loan be paid out.',
    number: 'Number of the contract',
    rate: 'Annualised rate in the contract',
    rateHelp: 'Approved: %{rate}; the contract must state the same',
    anotherRate: 'This is not the approved %{rate}',
    send: 'Send to the firm',
    sign: 'Confirm the signature',
    signText:
      'Confirm once you have signed the contract (number %{number}) on paper or electronically. The bank then pays out; until it has, either side can still cancel with the reason.',
    check:
      'Check the contract: %{amount}, %{term}, %{method}, annualised rate %{rate}. If it says anything else, do not confirm, and ask the bank to put it right.',
    confirmSigned: 'I have signed',
  },
);
