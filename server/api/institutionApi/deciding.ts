import { anApplication, type Catalogued } from './catalogued';

/** From the file to the money. */
export const deciding: readonly Catalogued[] = [
  {
    name: 'startDueDiligence',
    group: 'decision',
    title: { zh: '开始尽调', en: 'Start due diligence' },
    says: {
      zh: '需企业对本行的有效授权；此后读取数据逐次留痕，企业可见。',
      en: "Needs the firm's consent to your bank; every reading from then on is logged for the firm to see.",
    },
    document: `mutation Start($id: ID!, $version: Int!) {
  startDueDiligence(id: $id, version: $version) { id version state isFileOpen }
}`,
    variables: { id: '‹id›', version: '‹version›' },
    pick: { ...anApplication('startDueDiligence', 'isFileOpen'), where: { isFileOpen: true } },
    rules: ['staleVersion', 'illegalVerb', 'dueDiligence.consent'],
  },
  {
    name: 'creditFile',
    group: 'decision',
    title: { zh: '读取信用档案', en: 'Read the credit file' },
    says: {
      zh: '按企业授权的数据类读取；未授权的只有公开部分。每次读取记入企业的访问记录。',
      en: "The classes of data that the firm has opened to you; of others only what is public. Each reading stands in the firm's access log.",
    },
    document: `query File($enterpriseId: ID!, $purpose: ConsentPurpose!) {
  creditFile(enterpriseId: $enterpriseId, purpose: $purpose) {
    today
    classes { dataClass isReadable grade newestAsOf }
    facts { attribute display { zh en } asOf }
  }
}`,
    variables: { enterpriseId: '‹enterprise.id›', purpose: 'creditAssessment' },
    pick: {
      document: 'query { applications(list: { perPage: 200 }) { items { id isFileOpen enterprise { id } } } }',
      at: 'applications.items',
      where: { isFileOpen: true },
    },
    rules: ['purpose.kind'],
  },
  {
    name: 'requestCorrection',
    group: 'decision',
    title: { zh: '要求补正材料', en: 'Ask for material' },
    says: {
      zh: '一次告知全部所缺；等待期间本行时限暂停。第二次要求须写明原因。',
      en: 'All that is missing, at once; your time stands still meanwhile. To ask again needs a reason.',
    },
    document: `mutation Ask($id: ID!, $version: Int!, $input: CorrectionInput!) {
  requestCorrection(id: $id, version: $version, input: $input) { id version state clock { party dueOn } }
}`,
    variables: { id: '‹id›', version: '‹version›', input: { items: [{ kind: 'ADD_DOCUMENT', text: '近一年银行流水' }] } },
    pick: anApplication('requestCorrection'),
    rules: ['staleVersion', 'illegalVerb', 'correction.noteNeeded'],
  },
  {
    name: 'giveInPrinciple',
    group: 'decision',
    title: { zh: '出具预授信意向', en: 'Say what you could lend' },
    says: {
      zh: '不具约束力，不计入批准。',
      en: 'It binds nobody and counts as no approval.',
    },
    document: `mutation InPrinciple($id: ID!, $version: Int!, $input: InPrincipleInput!) {
  giveInPrinciple(id: $id, version: $version, input: $input) { id version state indications { amountFen rateBpsMin rateBpsMax } }
}`,
    variables: {
      id: '‹id›',
      version: '‹version›',
      input: { amountFen: '‹amountFen›', rateBpsMin: 350, rateBpsMax: 500, note: '以尽调结论为准' },
    },
    pick: anApplication('giveInPrinciple'),
    rules: ['staleVersion', 'illegalVerb', 'inPrinciple.range'],
  },
  {
    name: 'makeOffer',
    group: 'decision',
    title: { zh: '正式报价', en: 'Make an offer' },
    says: {
      zh: '有约束力；条件冻结并取哈希，综合融资成本由平台按同一口径计算。金额以分、利率以基点表示。',
      en: 'It binds; its terms are frozen under a hash, and the platform reckons the all-in cost on one basis for all. Amounts in fen, rates in basis points.',
    },
    document: `mutation Offer($id: ID!, $version: Int!, $input: OfferInput!) {
  makeOffer(id: $id, version: $version, input: $input) { id version state annualisedRateBps totalInterestFen validUntil termsHash }
}`,
    variables: {
      id: '‹id›',
      version: '‹version›',
      input: {
        amountFen: '‹amountFen›',
        termMonths: '‹termMonths›',
        pricing: { kind: 'fixed', rateBps: '‹productVersion.rates.rateBpsMax›' },
        repaymentMethod: '‹productVersion.repaymentMethods.0›',
        dayBasis: 'ACT/360',
        securities: [],
        fees: [],
        validUntil: '‹inThirtyDays›',
      },
    },
    pick: anApplication('makeOffer', 'productVersion { repaymentMethods rates { rateBpsMax } }'),
    rules: [
      'staleVersion',
      'illegalVerb',
      'offer.abovePublishedRate',
      'offer.aboveRequest',
      'offer.repaymentMethod',
      'offer.securityNeeded',
      'validUntil.range',
      'auction.validity',
    ],
  },
  {
    name: 'keepOffer',
    group: 'decision',
    title: { zh: '维持报价', en: 'Stand by the offer' },
    says: {
      zh: '企业还价后维持原报价并说明理由；也可另发新报价。',
      en: 'After a counter-offer, with the reason; a new offer is the other way.',
    },
    document: `mutation Keep($id: ID!, $version: Int!, $reason: String!) {
  keepOffer(id: $id, version: $version, reason: $reason) { id version state }
}`,
    variables: { id: '‹id›', version: '‹version›', reason: '已是本行同类企业的最优利率。' },
    pick: anApplication('keepOffer'),
    rules: ['staleVersion', 'illegalVerb', 'reason.required'],
  },
  {
    name: 'approveApplication',
    group: 'decision',
    title: { zh: '批准授信', en: 'Approve' },
    says: {
      zh: '企业接受报价后，按报价的条件批准；采用分险方案的改为提请担保。',
      en: 'Once the firm has accepted the offer, on exactly its terms; under a risk-sharing scheme the guarantee is asked for instead.',
    },
    document: `mutation Approve($id: ID!, $version: Int!) {
  approveApplication(id: $id, version: $version) { id version state }
}`,
    variables: { id: '‹id›', version: '‹version›' },
    pick: anApplication('approveApplication'),
    rules: ['staleVersion', 'illegalVerb', 'approval.guaranteeFirst'],
  },
  {
    name: 'issueContract',
    group: 'decision',
    title: { zh: '出具合同', en: 'Issue the contract' },
    says: {
      zh: '合同须写明批准的年化利率，由企业签署。',
      en: 'It states the annualised rate that was approved; the firm signs it.',
    },
    document: `mutation Contract($id: ID!, $version: Int!, $input: ContractInput!) {
  issueContract(id: $id, version: $version, input: $input) { id version state contract { number annualisedRateBps } }
}`,
    variables: {
      id: '‹id›',
      version: '‹version›',
      input: { number: '借字2026第000001号', annualisedRateBps: '‹offers.-1.annualisedRateBps›' },
    },
    pick: anApplication('issueContract', 'offers { annualisedRateBps }'),
    rules: ['staleVersion', 'illegalVerb', 'contract.rate'],
  },
  {
    name: 'disburse',
    group: 'decision',
    title: { zh: '放款登记', en: 'Report the disbursement' },
    says: {
      zh: '登记实际放款日，生成还款台账，计入成交。',
      en: 'The day on which the money went out: the ledger begins, and the loan counts.',
    },
    document: `mutation Disburse($id: ID!, $version: Int!, $disbursedOn: CalendarDate!, $isAttestedFirst: Boolean) {
  disburse(id: $id, version: $version, disbursedOn: $disbursedOn, isAttestedFirst: $isAttestedFirst) {
    id version state amountFen balanceFen
  }
}`,
    variables: { id: '‹id›', version: '‹version›', disbursedOn: '‹today›', isAttestedFirst: false },
    pick: anApplication('disburse'),
    rules: ['staleVersion', 'illegalVerb', 'disbursedOn.range', 'disburse.pledge', 'householdCreditFen.belowLoan'],
  },
];
