import type { RefusalCode } from '../../../server/shared/refusals';
import type { Given } from './documents';
import { type RecordKind, recordKinds } from './records';

/** What the matrix must be told of an operation; whom it is open to, its guard says. */
export type Line = {
  /** Where its record's id goes, and what that id means: a record that the caller may not know of is NOT_FOUND. */
  readonly about?: readonly [path: string, kind: RecordKind];
  /** Ids that it takes beside: a record that the caller may not know of counts as one that is not there. */
  readonly mentions?: Readonly<Record<string, RecordKind | readonly RecordKind[]>>;
  /** It lists every record of this kind that the caller may know of. */
  readonly lists?: RecordKind;
  /** The operator decides about every such record that it knows, beside whoever owns it. */
  readonly isOperators?: true;
  /** Everybody may know of every such record: none is hidden from anybody. */
  readonly isPublic?: true;
  /** The operator reads here what was done to any record. */
  readonly tellsOperator?: true;
  /** How it refuses those it is open to, beside CONFLICT and INVALID_INPUT: a sign-in says that nobody was signed in. */
  readonly refuses?: RefusalCode;
  /** Arguments without which it would refuse everybody alike before it looks at the id. */
  readonly given?: Given;
};

const about = (kind: RecordKind, given?: Given): Line => ({ about: ['id', kind], given });
const aPassword = 'a sentence to remember';

const aReason = '本行目前不办理此类业务，请见谅。';
const anOffer: Given = {
  'input.amountFen': 100_000_000,
  'input.termMonths': 12,
  'input.pricing': { kind: 'fixed', rateBps: 435 },
  'input.repaymentMethod': 'EQUAL_INSTALLMENT',
  'input.securities': [],
  'input.dayBasis': '30/360',
  'input.validUntil': '2026-12-23',
};

const anObjectionAnswer: Given = { 'input.outcome': 'dismissed', 'input.answer': '经与原始登记核对，记录无误。' };
const offerMentions = { 'input.schemeTermsId': 'scheme' } as const;
const partyIds = {
  'input.parties.organisationId': 'organisation',
  'input.parties.poolId': 'pool',
  'input.firstLossPoolId': 'pool',
} as const;

/** Every operation of the schema. A new one is a line here; a new kind of record, also a line in `town`. */
export const table: Readonly<Record<string, Line>> = {
  // identity
  me: {},
  demoAccounts: {},
  checkUscc: {},
  regions: {},
  regionPath: {},
  industries: {},
  signIn: { refuses: 'NOT_SIGNED_IN' },
  issueToken: { refuses: 'NOT_SIGNED_IN' },
  changePassword: { given: { current: aPassword, next: 'another sentence to remember' } },
  registerEnterprise: {},
  organisation: about('organisation'),
  organisations: { lists: 'organisation' },
  createOrganisation: {},
  confirmOrganisation: { ...about('organisation'), isOperators: true },
  rejectOrganisation: { ...about('organisation'), isOperators: true },
  suspendOrganisation: { ...about('organisation'), isOperators: true },
  restoreOrganisation: { ...about('organisation'), isOperators: true },
  user: about('user'),
  users: { lists: 'user', mentions: { 'list.filter.organisationId': 'organisation' }, given: { 'list.perPage': 100 } },
  createUser: {
    mentions: { 'input.organisationId': 'organisation' },
    given: { 'input.name': '新同事', 'input.username': 'newcomer', 'input.password': aPassword },
  },
  updateUser: about('user', { 'input.name': '改名' }),
  disableUser: about('user'),
  enableUser: about('user'),
  resetPassword: about('user', { password: aPassword }),
  auditEntries: { tellsOperator: true, mentions: { 'list.filter.subjectId': recordKinds } },

  // enterprises
  dataClasses: {},
  enterprise: about('enterprise'),
  enterprises: { lists: 'enterprise' },
  myCreditFile: {},
  creditFile: { about: ['enterpriseId', 'enterprise'] },
  creditRecords: { about: ['list.filter.enterpriseId', 'enterprise'] },
  invoiceMonths: { about: ['enterpriseId', 'enterprise'] },
  invoices: {},
  consentRequests: { lists: 'consentRequest', mentions: { 'list.filter.enterpriseId': 'enterprise' } },
  requestConsent: {
    about: ['input.enterpriseId', 'asked'],
    given: {
      'input.purpose': 'creditAssessment',
      'input.dataClasses': ['TAX_PAID'],
      'input.reason': '核对纳税情况，评估授信额度。',
    },
  },
  refuseConsentRequest: about('consentRequest'),
  withdrawConsentRequest: about('consentRequest'),
  earlyWarnings: { lists: 'warning', mentions: { 'list.filter.enterpriseId': 'enterprise' } },
  warningResults: {},
  seeWarning: about('warning'),
  resolveWarning: about('warning', { result: 'noRisk' }),
  objection: about('objection'),
  objections: { lists: 'objection' },
  disputedRecord: about('objection'),
  raiseObjection: { about: ['recordId', 'creditRecord'], given: { statement: '此条记录属于另一家同名企业。' } },
  answerObjection: { ...about('objection', anObjectionAnswer), isOperators: true },
  withdrawObjection: about('objection'),
  consent: about('consent'),
  consents: {
    lists: 'consent',
    mentions: { 'list.filter.enterpriseId': 'enterprise', 'list.filter.recipientId': 'organisation' },
  },
  consentRecipients: { lists: 'recipient', given: { purpose: 'creditAssessment' } },
  consentTerms: { about: ['recipientId', 'recipient'], given: { purpose: 'creditAssessment' } },
  grantConsent: {
    about: ['input.recipientId', 'recipient'],
    given: { 'input.purpose': 'creditAssessment', 'input.dataClasses': ['SOCIAL_INSURANCE'] },
  },
  revokeConsent: about('consent'),
  selfDeclaredClass: {},
  declareFacts: { given: { value: { lenderCount: 2 } } },
  accessLog: { mentions: { 'list.filter.readerOrganisationId': 'organisation' } },
  massReads: {},
  accessEvents: { mentions: { 'list.filter.readerOrganisationId': 'organisation' } },

  // imports
  importOffers: {},
  importTemplate: { given: { kind: 'products' } },
  importBatch: about('importBatch'),
  importBatches: { lists: 'importBatch' },
  importProblems: { about: ['batchId', 'importBatch'] },
  startImport: {
    about: ['uploadId', 'upload'],
    mentions: { institutionId: 'organisation', listId: 'whiteList' },
    given: { kind: 'records' },
  },
  applyImport: about('importBatch'),
  discardImport: about('importBatch'),

  // products
  product: about('product'),
  products: { lists: 'product', mentions: { 'list.filter.institutionId': 'organisation' } },
  productVersions: { about: ['productId', 'product'] },
  productVocabulary: {},
  attributes: {},
  checkRule: {},
  ruleReach: { given: { 'input.rule': { all: [] } } },
  lprQuotes: {},
  recordLprQuote: {},
  createProduct: { mentions: { 'input.institutionId': 'organisation' } },
  updateProduct: about('product'),
  submitProduct: about('product'),
  returnProduct: { ...about('product'), isOperators: true },
  publishProduct: { ...about('product'), isOperators: true },
  suspendProduct: { ...about('product'), isOperators: true },
  resumeProduct: { ...about('product'), isOperators: true },
  withdrawProduct: { ...about('product'), isOperators: true },

  // financing
  demand: about('demand'),
  offerComparison: { about: ['demandId', 'demand'] },
  demands: { lists: 'demand' },
  openDemand: { given: { idempotencyKey: 'matrix-demand' } },
  withdrawDemand: about('demand'),
  setSecondLook: about('demand', { allows: true }),
  marketDemands: { lists: 'marketDemand' },
  marketDemand: about('marketDemand'),
  grabDemand: { about: ['demandId', 'marketDemand'], mentions: { productId: 'loanInForce' } },
  dispatchDemands: { lists: 'dispatchDemand' },
  dispatchDemand: about('dispatchDemand'),
  verdictReviews: { lists: 'verdictReview', mentions: { 'list.filter.productId': 'product' } },
  requestVerdictReview: { about: ['productId', 'loanInForce'], given: { statement: '本企业为新设主体，经营团队延续。' } },
  answerVerdictReview: about('verdictReview', {
    'input.outcome': 'admitted',
    'input.answer': '经客户经理了解，可以人工评估。',
  }),
  withdrawVerdictReview: about('verdictReview'),
  supportPolicies: { lists: 'supportPolicy' },
  publishSupportPolicy: {},
  endSupportPolicy: { ...about('supportPolicy'), isPublic: true },
  whiteLists: { lists: 'whiteList' },
  whiteList: about('whiteList'),
  whiteListEntries: { about: ['listId', 'whiteList'] },
  signingRules: {},
  setSigningLimit: { about: ['userId', 'user'], given: { amountFen: 50_000_000 } },
  whiteListings: {},
  createWhiteList: { mentions: { 'input.institutionIds': 'organisation' } },
  recordContact: { about: ['entryId', 'whiteListEntry'], given: { 'input.contactedOn': '2026-12-24' } },
  leaveWhiteList: about('whiteListEntry'),
  inviteInstitutions: { about: ['demandId', 'dispatchDemand'], mentions: { productIds: 'loanInForce' } },
  application: about('application'),
  applications: {
    lists: 'application',
    mentions: { 'list.filter.demandId': 'demand', 'list.filter.productId': 'product' },
    given: { 'list.perPage': 5 },
  },
  reasonCodes: {},
  submitApplication: {
    about: ['input.demandId', 'demand'],
    mentions: {
      'input.productId': 'loanInForce',
      'input.productVersionId': 'productVersion',
      'input.insteadOfId': 'application',
    },
    given: { idempotencyKey: 'matrix-application' },
  },
  withdrawApplication: about('application'),
  acceptApplication: about('application'),
  declineApplication: about('application', { reasonText: aReason }),
  rejectApplication: about('application', { reasonText: aReason }),
  startDueDiligence: about('application'),
  requestCorrection: about('application', { 'input.items': [{ kind: 'OTHER', text: '说明' }] }),
  answerCorrection: about('application', { answers: ['已补交'] }),
  giveInPrinciple: about('application', {
    'input.amountFen': 100_000_000,
    'input.rateBpsMin': 300,
    'input.rateBpsMax': 500,
  }),
  approveApplication: about('application'),
  amendApproval: { ...about('application', anOffer), mentions: offerMentions },
  issueContract: about('application', { 'input.number': '1', 'input.annualisedRateBps': 435 }),
  signContract: about('application'),
  cancelApplication: about('application', { reason: aReason }),
  offerPreview: { about: ['applicationId', 'application'], mentions: offerMentions, given: anOffer },
  makeOffer: { ...about('application', anOffer), mentions: offerMentions },
  withdrawOffer: about('offer'),
  acceptOffer: about('offer'),
  declineOffer: about('offer'),
  counterOffer: about('offer', {
    'input.amountFen': 100_000_000,
    'input.termMonths': 12,
    'input.rateBps': 400,
    'input.repaymentMethod': 'EQUAL_INSTALLMENT',
    'input.securities': [],
  }),
  keepOffer: about('application', { reason: aReason }),
  calendarYears: {},
  importCalendarYear: {
    given: { 'input.year': 2027, 'input.holidays': ['2027-01-01'], 'input.workdays': [], 'input.source': '国务院办公厅通知' },
  },
  scheduledRuns: {},
  escalations: { mentions: { 'list.filter.institutionId': 'organisation' } },
  escalationCounts: {},
  startScheduledRun: { given: { task: 'expireOffers' } },
  disburse: about('application', { disbursedOn: '2026-11-23' }),
  transaction: about('transaction'),
  transactions: {
    lists: 'transaction',
    mentions: { 'list.filter.productId': 'product', 'list.filter.enterpriseId': 'enterprise' },
  },
  recordRepayment: about('transaction', { 'input.paidOn': '2026-11-23' }),
  dealReasons: {},
  reportRepayments: {
    about: ['input.rows.transactionId', 'transaction'],
    given: { idempotencyKey: 'november-report', 'input.month': '2026-11', 'input.rows.paidOn': '2026-11-23' },
  },
  creditLines: {},
  lineReasons: {},
  openLine: about('application', { 'input.isRevolving': true, 'input.validUntil': '2026-12-23' }),
  requestDrawdown: about('line', { 'input.amountFen': 1_000_000, 'input.termMonths': 3 }),
  payDrawdown: about('line', { disbursedOn: '2026-11-23' }),
  declineDrawdown: about('line', { reasonCode: 'F05' }),
  freezeLine: about('line', { reasonCode: 'F05' }),
  releaseLine: about('line'),
  confirmLineConditions: about('line'),
  closeLine: about('line', { reasonCode: 'F05' }),
  restructureLoan: about('transaction', {
    'input.rateBps': 300,
    'input.repaymentMethod': 'EQUAL_PRINCIPAL',
    'input.maturesOn': '2028-01-01',
    reasonCode: 'L11',
  }),
  renewLoan: { ...about('transaction', { reasonCode: 'L01' }), mentions: { renewedById: 'transaction' } },
  settleLoan: about('transaction'),
  classLoan: about('transaction', { 'input.riskClass': 'loss', 'input.note': '担保物灭失，预计无法收回' }),
  writeOffLoan: about('transaction', { reasonCode: 'L22' }),
  requestGuarantee: about('application'),
  offerSchemes: { about: ['applicationId', 'application'] },
  guarantee: about('guarantee'),
  guarantees: { lists: 'guarantee' },
  approveGuarantee: about('guarantee'),
  rejectGuarantee: about('guarantee', { reasonText: aReason }),
  claimCompensation: about('guarantee'),
  payCompensation: about('compensation'),
  recordRecovery: about('compensation', { 'input.recoveredOn': '2026-11-23' }),
  stateCollateral: { about: ['applicationId', 'application'] },
  appraiseCollateral: about('collateral', { 'input.appraisedOn': '2026-11-23' }),
  agreeCollateralValue: about('collateral'),
  registerPledge: about('collateral', { 'input.registeredOn': '2026-11-23' }),
  releaseCollateral: about('collateral'),
  // Everybody who is signed in may read what schemes say, and every institution what pools hold: none is hidden.
  schemes: { lists: 'scheme' },
  scheme: { mentions: { id: 'scheme' }, refuses: 'NOT_FOUND' },
  schemeTemplates: {},
  createScheme: { mentions: partyIds },
  reviseScheme: { mentions: { id: 'scheme', ...partyIds }, refuses: 'NOT_FOUND' },
  closeScheme: { mentions: { id: 'scheme' }, refuses: 'NOT_FOUND' },
  reopenScheme: { mentions: { id: 'scheme' }, refuses: 'NOT_FOUND' },
  pools: { lists: 'pool' },
  pool: { mentions: { id: 'pool' }, refuses: 'NOT_FOUND' },
  openPool: { mentions: { 'input.holderId': 'organisation' } },
  depositIntoPool: { mentions: { id: 'pool' }, refuses: 'NOT_FOUND' },
  myCapital: {},
  stateCapital: {},
  match: { about: ['productId', 'loanInForce'] },
  matches: {},
  whatIf: { given: { vary: 'insuredEmployees' } },
  doors: {},

  // messages
  messages: { lists: 'message', given: { 'list.perPage': 100 } },
  unreadMessages: {},
  markRead: about('message'),
  markAllRead: {},
  emailSubscription: {},
  setEmailSubscription: { given: { input: { address: 'somebody@example.com', topics: ['offers'], locale: 'zh' } } },
  endEmailSubscription: {},
  deliveries: { lists: 'delivery', mentions: { 'list.filter.webhookId': 'webhook' } },
  replayDelivery: about('delivery'),
  webhooks: { lists: 'webhook' },
  registerWebhook: { given: { input: { name: '核心系统', url: 'https://bank.example/hook', topics: ['offers'] } } },
  pauseWebhook: about('webhook'),
  resumeWebhook: about('webhook'),
  renewWebhookSecret: about('webhook'),
  testWebhook: about('webhook'),
  removeWebhook: about('webhook'),

  // matchRuns
  matchRuns: { lists: 'matchRun' },
  matchRun: about('matchRun'),
  matchRunProducts: { about: ['runId', 'matchRun'] },
  startMatchRun: {},
  replayMatchRun: about('matchRun'),
  matchAlert: {},
  setMatchAlert: {},
  endMatchAlert: {},

  // oversight
  measures: {},
  measure: { given: { name: 'transactionCount' } },
  indicators: { given: { month: '2026-10' } },
  labelFigures: {},
  insuranceFigures: {},
  institutionReports: { lists: 'institutionReport' },
  reportMonth: { given: { 'input.month': '2026-11' } },
  insuranceContracts: { lists: 'insuranceContract' },
  registerInsuranceContract: { about: ['input.productId', 'ownInsurance'] },

  // It ends the caller's session: nothing may come after it.
  signOut: {},
};
