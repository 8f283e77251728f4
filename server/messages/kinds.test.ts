import { describe, expect, it } from 'vitest';
import { type CalendarMonth, calendarDate } from '../shared/dates';
import { type MessageKind, type MessagePayloads, messageKinds, wordMessage } from './kinds';
import type { ApplicationStep } from './kinds/applications';
import { steps } from './steps';

const told: ApplicationStep = {
  applicationId: 'a1',
  to: 'firm',
  firm: '广汉机械厂',
  institution: '旌湖银行',
  product: '德税贷',
  amountFen: 100_000_000,
  termMonths: 12,
  reason: null,
  offer: null,
  loan: null,
};
const offer = { amountFen: 85_500_000, termMonths: 24, rateBps: 435, validUntil: calendarDate('2026-12-23') };
const words = { zh: '材料不全', en: '材料不全' };
const product = { productId: 'p1', product: '德税贷', institution: '旌湖银行', reason: words, applicationId: null };
const consent = {
  consentId: 'c1',
  enterpriseId: 'e1',
  firm: '广汉机械厂',
  purpose: { zh: '贷前评估', en: 'assessment before lending' },
  classes: 5,
  validTo: calendarDate('2027-11-23'),
  reason: null,
};
const repayment = {
  transactionId: 't1',
  product: '德税贷',
  institution: '旌湖银行',
  paidOn: calendarDate('2026-12-01'),
  principalFen: 1_234_56,
  interestFen: 300_000_00,
  balanceFen: 0,
};
const line = {
  lineId: 'a1',
  firm: '广汉机械厂',
  institution: '旌湖银行',
  product: '德税贷',
  limitFen: 100_000_000,
  amountFen: 300_000_00,
  termMonths: 6,
  reason: null,
};
const step = {
  transactionId: 't1',
  firm: '广汉机械厂',
  institution: '旌湖银行',
  product: '德税贷',
  on: calendarDate('2026-12-01'),
  balanceFen: 300_000_00,
  reason: null,
};
const asked = {
  enterpriseId: 'e1',
  firm: '广汉机械厂',
  institution: '旌湖银行',
  purpose: { zh: '贷前评估', en: 'assessment before lending' },
  classes: 3,
  reason: words,
};
const objection = {
  objectionId: 'j1',
  enterpriseId: 'e1',
  firm: '广汉机械厂',
  dataClass: { zh: '行政处罚', en: 'Administrative penalties' },
  state: 'open',
  dueOn: calendarDate('2026-12-13'),
  answer: null,
} as const;
const review = {
  reviewId: 'v1',
  firm: '广汉机械厂',
  institution: '旌湖银行',
  product: '德税贷',
  state: 'open',
  dueOn: calendarDate('2026-11-30'),
  answer: null,
} as const;
const loan = { transactionId: 't1', disbursedOn: calendarDate('2026-11-23') };
const market = { demandId: 'd1', amountFen: 100_000_000, termMonths: 12, offers: 2 };
const compensation = {
  guaranteeId: 'a1',
  firm: '广汉机械厂',
  institution: '旌湖银行',
  scheme: '2:8 银担分险',
  lossFen: 100_000_000,
  partFen: 80_000_000,
};
const scheme = { schemeId: 's1', scheme: '2:8 银担分险', isStopped: true };
const pledge = {
  applicationId: 'a1',
  firm: '广汉机械厂',
  institution: '旌湖银行',
  collateral: '一种轴承',
  valueFen: 300_000_000,
  isToAgree: true,
};
const listed = { list: '星辰计划', by: '市科技局', firms: 12, reason: null };
const limit = {
  applicationId: 'a1',
  to: 'party',
  isGuarantee: false,
  firm: '广汉机械厂',
  party: '旌湖银行',
  product: '德税贷',
  step: 'submitted',
  dueOn: calendarDate('2026-11-24'),
  releasedAfter: calendarDate('2026-11-25'),
} as const;
const match = { runId: 'r', entered: [], enteredCount: 2, left: [], leftCount: 0 };

/** What each kind says in Chinese, title and lines, and where it leads. */
const said: { readonly [Kind in MessageKind]: readonly [MessagePayloads[Kind], zh: string, page: string | null] } = {
  applicationSubmitted: [told, '「广汉机械厂」申请「德税贷」|100 万元，12 个月', 'application a1'],
  whiteListPushed: [listed, '「市科技局」推送白名单「星辰计划」，共 12 家企业，请联系并登记结果', 'whiteLists '],
  whiteListed: [listed, '「市科技局」把贵企业列入白名单「星辰计划」并推荐给银行；如不愿意，可以随时退出', 'whiteLists '],
  whiteListLeft: [{ ...listed, reason: words }, '「市科技局」退出了白名单「星辰计划」|原因：材料不全', 'whiteLists '],
  demandGrabbed: [told, '「旌湖银行」以「德税贷」承接您的需求，受理后才会看到您的名称|100 万元，12 个月', 'application a1'],
  institutionInvited: [
    { ...told, to: 'institution', firm: null },
    '平台派来一笔适合「德税贷」的需求，请受理或说明不受理的原因|100 万元，12 个月',
    'application a1',
  ],
  limitNear: [
    limit,
    '请在 2026-11-24 当日结束前受理：「广汉机械厂」的「德税贷」申请|2026-11-25 过后仍未受理的，申请自动释放。',
    'application a1',
  ],
  limitPassed: [
    { ...limit, to: 'firm' },
    '「旌湖银行」超过 2026-11-24 的时限未受理：您的「德税贷」申请，平台已报告其负责人和运营方|2026-11-25 过后仍未受理的，申请自动释放，您可以转向其他银行。',
    'application a1',
  ],
  limitEscalated: [
    { ...limit, to: 'operator', firm: null, step: 'dueDiligence', releasedAfter: null },
    '「旌湖银行」超过 2026-11-24 的时限未作出决定：「德税贷」的一笔申请',
    'escalations ',
  ],
  auctionClosed: [market, '竞价已截止，收到 2 份报价，请比较后选定|100 万元，12 个月', 'demand d1'],
  demandExpired: [market, '您的需求已过有效期，没有机构承接|100 万元，12 个月', 'demand d1'],
  demandClosedUnmet: [market, '您的需求已过有效期，没有达成融资；可以看看其他产品，或另提需求|100 万元，12 个月', 'demand d1'],
  applicationAccepted: [told, '「旌湖银行」已受理您的「德税贷」申请|100 万元，12 个月', 'application a1'],
  dueDiligenceStarted: [told, '「旌湖银行」已开始对您的「德税贷」申请尽调|100 万元，12 个月', 'application a1'],
  correctionRequested: [told, '「旌湖银行」请您就「德税贷」申请补正，请逐项答复|100 万元，12 个月', 'application a1'],
  correctionAnswered: [told, '「广汉机械厂」已答复「德税贷」申请的补正|100 万元，12 个月', 'application a1'],
  inPrincipleGiven: [told, '「旌湖银行」就「德税贷」给出预授信意向（不构成授信承诺）|100 万元，12 个月', 'application a1'],
  applicationApproved: [told, '「旌湖银行」已批准您的「德税贷」授信，接下来签约、放款|100 万元，12 个月', 'application a1'],
  contractIssued: [told, '「旌湖银行」已出具「德税贷」合同，请核对后签约|100 万元，12 个月', 'application a1'],
  contractSigned: [told, '「广汉机械厂」已签署「德税贷」合同，可以放款|100 万元，12 个月', 'application a1'],
  guaranteeRequested: [
    { ...told, to: 'guarantor' },
    '「旌湖银行」请贵方为「广汉机械厂」的「德税贷」分险，请在 5 个工作日内答复|100 万元，12 个月',
    'guarantee a1',
  ],
  guaranteeApproved: [
    told,
    '担保方已全部同意，「旌湖银行」的「德税贷」授信已批准，接下来签约|100 万元，12 个月',
    'application a1',
  ],
  guaranteeRejected: [
    { ...told, to: 'institution', reason: words },
    '担保方未同意为「广汉机械厂」的「德税贷」分险|100 万元，12 个月|原因：材料不全',
    'application a1',
  ],
  compensationClaimed: [
    { ...compensation, partFen: null },
    '「旌湖银行」就「广汉机械厂」的逾期贷款提请代偿，请核对后支付|「2:8 银担分险」，本金 100 万元',
    'guarantee a1',
  ],
  compensationPaid: [
    compensation,
    '「广汉机械厂」的逾期贷款已代偿|「2:8 银担分险」，本金 100 万元|贵方承担 80 万元',
    'guarantee a1',
  ],
  recoveryRecorded: [
    compensation,
    '「广汉机械厂」的代偿款有追回|「2:8 银担分险」，本金 100 万元|贵方收回 80 万元',
    'guarantee a1',
  ],
  schemeSuspended: [scheme, '「2:8 银担分险」已触及停办线，暂停新业务，存量不受影响', 'scheme s1'],
  schemeResumed: [scheme, '「2:8 银担分险」已降到停办线下，恢复新业务', 'scheme s1'],
  collateralStated: [{ ...pledge, valueFen: null }, '「广汉机械厂」申报了抵质押物「一种轴承」', 'application a1'],
  collateralAppraised: [pledge, '「旌湖银行」提出了「一种轴承」的估值，请确认是否同意|估值 300 万元', 'application a1'],
  collateralAgreed: [pledge, '「广汉机械厂」同意「一种轴承」的估值，可办理登记|估值 300 万元', 'application a1'],
  pledgeRegistered: [pledge, '「旌湖银行」已办妥「一种轴承」的抵质押登记|估值 300 万元', 'application a1'],
  collateralReleased: [pledge, '「旌湖银行」已为「一种轴承」解押|估值 300 万元', 'application a1'],
  applicationCancelled: [
    { ...told, reason: words },
    '「旌湖银行」取消了「德税贷」授信|100 万元，12 个月|原因：材料不全',
    'application a1',
  ],
  approvalAmended: [
    { ...told, offer },
    '「旌湖银行」把「德税贷」授信调整得对您更有利|85.5 万元，24 个月，年利率 4.35%',
    'application a1',
  ],
  approvalReopened: [
    { ...told, offer },
    '「旌湖银行」想改变「德税贷」已批准的条件，已退回议价；原条件在有效期内您仍可接受|85.5 万元，24 个月，年利率 4.35%',
    'application a1',
  ],
  applicationReleased: [
    { ...told, to: 'institution' },
    '「广汉机械厂」的「德税贷」申请超过受理时限两倍未处理，已自动释放|100 万元，12 个月',
    'application a1',
  ],
  correctionUnanswered: [
    { ...told, to: 'institution' },
    '「广汉机械厂」未在时限内答复补正，「德税贷」申请已关闭|100 万元，12 个月',
    'application a1',
  ],
  offerExpired: [{ ...told, offer }, '「旌湖银行」的「德税贷」报价已过有效期|85.5 万元，24 个月，年利率 4.35%', 'application a1'],
  applicationDeclined: [
    { ...told, reason: words },
    '「旌湖银行」未受理您的「德税贷」申请|100 万元，12 个月|原因：材料不全',
    'application a1',
  ],
  applicationRejected: [
    { ...told, reason: words },
    '「旌湖银行」拒绝了您的「德税贷」申请|100 万元，12 个月|原因：材料不全',
    'application a1',
  ],
  applicationWithdrawn: [told, '「广汉机械厂」撤回了「德税贷」申请|100 万元，12 个月', 'application a1'],
  applicationLapsed: [
    { ...told, to: 'institution' },
    '「广汉机械厂」的「德税贷」申请已失效，无需再办理|100 万元，12 个月',
    'application a1',
  ],
  offerMade: [
    { ...told, offer },
    '「旌湖银行」就「德税贷」向您报价|85.5 万元，24 个月，年利率 4.35%|有效期至 2026-12-23，请在此之前答复。',
    'application a1',
  ],
  offerWithdrawn: [
    { ...told, offer, reason: words },
    '「旌湖银行」撤回了「德税贷」的报价|85.5 万元，24 个月，年利率 4.35%|原因：材料不全',
    'application a1',
  ],
  offerAccepted: [
    { ...told, offer },
    '「广汉机械厂」接受了您的「德税贷」报价|85.5 万元，24 个月，年利率 4.35%',
    'application a1',
  ],
  offerDeclined: [
    { ...told, offer, reason: words },
    '「广汉机械厂」谢绝了您的「德税贷」报价|85.5 万元，24 个月，年利率 4.35%|原因：材料不全',
    'application a1',
  ],
  offerCountered: [
    { ...told, offer, reason: words },
    '「广汉机械厂」就「德税贷」还价|85.5 万元，24 个月，年利率 4.35%|附言：材料不全',
    'application a1',
  ],
  offerKept: [
    { ...told, offer, reason: words },
    '「旌湖银行」维持「德税贷」的报价|85.5 万元，24 个月，年利率 4.35%|有效期至 2026-12-23，请在此之前答复。|原因：材料不全',
    'application a1',
  ],
  loanDisbursed: [
    { ...told, offer, loan },
    '「旌湖银行」已放款：「德税贷」|85.5 万元，24 个月，年利率 4.35%|放款日 2026-11-23',
    'transaction t1',
  ],
  repaymentRecorded: [
    repayment,
    '「旌湖银行」登记了您的还款：「德税贷」|2026-12-01 归还本金 1,234.56 元，利息 30 万元|本金已全部还清。',
    'transaction t1',
  ],
  loanOverdue: [
    { ...step, reason: words },
    '「广汉机械厂」在「旌湖银行」的「德税贷」贷款自 2026-12-01 起逾期|尚欠本金 30 万元|原因：材料不全',
    'transaction t1',
  ],
  lineOpened: [told, '「旌湖银行」已启用您的「德税贷」额度，可以申请提款|100 万元，12 个月', 'application a1'],
  drawdownRequested: [line, '「广汉机械厂」申请从「德税贷」额度提款|提款 30 万元，6 个月；额度 100 万元', 'creditLines '],
  drawdownPaid: [line, '「旌湖银行」已发放「德税贷」额度的提款|提款 30 万元，6 个月；额度 100 万元', 'creditLines '],
  drawdownDeclined: [
    { ...line, reason: words },
    '「旌湖银行」没有发放「德税贷」额度的提款|提款 30 万元，6 个月；额度 100 万元|原因：材料不全',
    'creditLines ',
  ],
  lineFrozen: [
    { ...line, amountFen: null, reason: words },
    '「旌湖银行」冻结了您的「德税贷」额度，暂时不能提款|额度 100 万元|原因：材料不全',
    'creditLines ',
  ],
  lineReleased: [{ ...line, amountFen: null }, '「旌湖银行」解冻了您的「德税贷」额度|额度 100 万元', 'creditLines '],
  lineClosed: [
    { ...line, amountFen: null },
    '「旌湖银行」终止了您的「德税贷」额度，已有贷款不受影响|额度 100 万元',
    'creditLines ',
  ],
  lineConditionsMet: [
    { ...line, amountFen: null },
    '「旌湖银行」确认「德税贷」额度的提款条件已满足|额度 100 万元',
    'creditLines ',
  ],
  feedbackDue: [
    { month: '2026-10' as CalendarMonth, loans: 3, dueOn: calendarDate('2026-11-10'), isLate: false },
    '请在 2026-11-10 前反馈 2026-10 的还款情况|还有 3 笔贷款没有反馈。没有还款的也请反馈。',
    'feedback ',
  ],
  loanRepriced: [
    {
      ...step,
      from: calendarDate('2027-01-01'),
      rateBps: 385,
      previousRateBps: 435,
      lprRateBps: 300,
      next: { dueOn: calendarDate('2027-01-15'), dueFen: 3_208_33, previousFen: 3_625_00 },
    },
    '「旌湖银行」的「德税贷」贷款自 2027-01-01 起重定价|年利率 3.85%（LPR 3.00%），原为 4.35%|下一期 2027-01-15 应还 3,208.33 元，原为 3,625 元',
    'transaction t1',
  ],
  loanCaughtUp: [step, '「广汉机械厂」在「旌湖银行」的「德税贷」贷款欠款已补足，不再逾期|尚欠本金 30 万元', 'transaction t1'],
  loanRenewed: [
    { ...step, balanceFen: 0 },
    '「旌湖银行」已于 2026-12-01 为「德税贷」贷款办理续贷，原贷款由新贷款结清',
    'transaction t1',
  ],
  loanRestructured: [step, '「旌湖银行」自 2026-12-01 起调整「德税贷」贷款的还款安排|尚欠本金 30 万元', 'transaction t1'],
  loanCompensated: [
    step,
    '担保方已于 2026-12-01 代偿「广汉机械厂」在「旌湖银行」的「德税贷」贷款|尚欠本金 30 万元',
    'transaction t1',
  ],
  loanSettled: [{ ...step, balanceFen: 0 }, '「旌湖银行」确认「德税贷」贷款已结清', 'transaction t1'],
  loanWrittenOff: [
    { ...step, reason: words },
    '「旌湖银行」已于 2026-12-01 核销「德税贷」贷款，债务关系不因此消灭|尚欠本金 30 万元|原因：材料不全',
    'transaction t1',
  ],
  consentGranted: [consent, '「广汉机械厂」授权您查询其数据|用途：贷前评估，共 5 类数据|有效期至 2027-11-23', 'enterprise e1'],
  consentRevoked: [consent, '「广汉机械厂」撤回了数据授权|用途：贷前评估。即刻起不能再凭此授权查询。', null],
  consentRequested: [
    asked,
    '「旌湖银行」请求您授权查询数据|用途：贷前评估，共 3 类数据。是否授权由您决定|原因：材料不全',
    'consents ',
  ],
  consentRequestWithdrawn: [asked, '「旌湖银行」撤回了授权请求|用途：贷前评估。不必再答复。', null],
  consentRequestRefused: [
    asked,
    '「广汉机械厂」不同意您的授权请求|用途：贷前评估。90 天内请勿就同一用途再次请求。',
    'enterprise e1',
  ],
  warningRaised: [
    {
      firm: '广汉机械厂',
      rule: 'powerHalved',
      figures: { on: '2026-10', usedKwh: 12_000, usedKwhYearBefore: 30_000 },
    },
    '风险预警：「广汉机械厂」|截至 2026-10 的三个月用电 12000 千瓦时，为上年同期（30000 千瓦时）的 40%',
    'warnings ',
  ],
  objectionRaised: [objection, '「广汉机械厂」对一条行政处罚记录提出异议|请核查并于 2026-12-13 前书面答复', 'objection j1'],
  objectionWithdrawn: [objection, '「广汉机械厂」撤回了对行政处罚记录的异议|不必再答复。', 'objection j1'],
  objectionAnswered: [
    { ...objection, state: 'corrected', answer: '经查属同名企业，已更正。' },
    '您对行政处罚记录的异议已答复|已更正，原记录不再供查询|答复：经查属同名企业，已更正。',
    'objection j1',
  ],
  recordCorrected: [
    objection,
    '「广汉机械厂」的一条行政处罚记录已更正|您可能查询过更正前的记录，请重新查询后再作判断。',
    'enterprise e1',
  ],
  verdictReviewRequested: [review, '「广汉机械厂」请求人工复核「德税贷」的判定|请于 2026-11-30 前答复', 'verdictReviews '],
  verdictReviewWithdrawn: [review, '「广汉机械厂」撤回了对「德税贷」的复核请求|不必再答复。', 'verdictReviews '],
  verdictReviewAnswered: [
    { ...review, state: 'admitted', answer: '经客户经理了解，可以人工评估。' },
    '「旌湖银行」同意人工评估您的「德税贷」申请|90 天内可直接申请。|答复：经客户经理了解，可以人工评估。',
    'verdictReviews ',
  ],
  productSubmitted: [{ ...product, reason: null }, '「旌湖银行」提交「德税贷」待审核', 'product p1'],
  productReturned: [product, '「德税贷」已退回修改|原因：材料不全', 'product p1'],
  productPublished: [{ ...product, reason: null }, '「德税贷」已发布', 'product p1'],
  productSuspended: [product, '「德税贷」已暂停|原因：材料不全', 'product p1'],
  productResumed: [{ ...product, reason: null }, '「德税贷」已恢复', 'product p1'],
  productWithdrawn: [product, '「德税贷」已下架|原因：材料不全', 'product p1'],
  appliedProductSuspended: [
    { ...product, applicationId: 'a1' },
    '您申请的「旌湖银行」「德税贷」已暂停接受新申请|您的申请不受影响，按申请时的条款继续办理。|原因：材料不全',
    'application a1',
  ],
  appliedProductResumed: [
    { ...product, reason: null, applicationId: 'a1' },
    '您申请的「旌湖银行」「德税贷」已恢复|您的申请不受影响，按申请时的条款继续办理。',
    'application a1',
  ],
  appliedProductWithdrawn: [
    { ...product, reason: null, applicationId: 'a1' },
    '您申请的「旌湖银行」「德税贷」已下架|您的申请不受影响，按申请时的条款继续办理。',
    'application a1',
  ],
  matchesChanged: [match, '新增 2 款产品适合您|另有 2 款现在符合', 'matches '],
  webhookTested: [{ webhookId: 'w1', name: '核心系统' }, '测试事件已发往「核心系统」|收到后请核对签名。', 'webhooks '],
};

describe('a message', () => {
  it.each(messageKinds)('of %s says what happened, and leads to its page', kind => {
    const [payload, zh, page] = said[kind];
    const { title, lines, subject } = wordMessage(kind, payload);
    expect([title.zh, ...lines.map(({ text }) => text.zh)].join('|')).toBe(zh);
    expect(subject && `${subject.kind} ${subject.id}`).toBe(page);
    const english = [title.en, ...lines.map(({ text }) => text.en)];
    for (const line of english) expect(line).toMatch(/^[A-Z0-9\p{Script=Han}].*\S$/u);
    expect(english.length).toBe(lines.length + 1);
  });

  it('says in English what it says in Chinese', () => {
    const { title, lines } = wordMessage('offerMade', { ...told, offer });
    expect([title.en, ...lines.map(({ text }) => text.en)]).toEqual([
      '旌湖银行 makes you an offer for 德税贷',
      'CNY 855,000, 24 months, 4.35% a year',
      'Valid until 2026-12-23: please answer by then.',
    ]);
  });

  it('tells the firm what is still owed, and speaks of yuan below 10,000', () => {
    const { lines } = wordMessage('repaymentRecorded', { ...repayment, balanceFen: 999_999 });
    expect(lines.at(-1)?.text).toEqual({ zh: '尚欠本金 9,999.99 元', en: 'Still owed: CNY 9,999.99' });
  });
});

describe('the table of steps', () => {
  it('gives every silence its reason', () => {
    for (const [verb, step] of Object.entries(steps)) if ('silent' in step) expect(step.silent, verb).toMatch(/^\S.{10,}/);
  });

  it('has a step for every kind of message', () => {
    const toldOf = Object.values(steps).flatMap(step => ('silent' in step ? [] : step));
    expect([...new Set(toldOf)].sort()).toEqual([...messageKinds].sort());
  });
});
