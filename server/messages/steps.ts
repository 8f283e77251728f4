import type { AuditVerb } from '../audit/verbs';
import type { MessageKind } from './kinds';

/** Why nobody is told of a step. */
export type Silence = { readonly silent: string };

const silent = (reason: string): Silence => ({ silent: reason });

const self = silent('it concerns nobody but those who do it');
const bulk = silent('it is brought in at once, before anybody reads');

/**
 * Of every step that the audit chain knows: the messages that tell of it, or why none does. Each goes to the parties of
 * the record that did not take the step themselves, and to nobody else. A new step is a line here.
 */
export const steps = {
  createOrganisation: silent('nobody of the organisation has an account yet'),
  registerEnterprise: silent("it stands in the operator's list of what to confirm"),
  claimOrganisation: silent("it stands in the operator's list of what to confirm"),
  confirmOrganisation: silent('whoever waits for it reads it on the page that waits'),
  rejectOrganisation: silent('whoever waits for it reads it on the page that waits'),
  suspendOrganisation: silent('nobody of a suspended organisation can sign in to read it'),
  restoreOrganisation: silent('signing in again says it'),
  createUser: self,
  updateUser: self,
  confirmUser: self,
  rejectUser: self,
  disableUser: self,
  enableUser: self,
  signIn: self,
  signInFailed: self,
  signOut: self,
  issueToken: self,
  changePassword: self,
  changePasswordFailed: self,
  resetPassword: self,

  createProduct: silent('a draft is nobody else’s yet'),
  updateProduct: silent('a draft is nobody else’s yet'),
  submitProduct: ['productSubmitted'],
  returnProduct: ['productReturned'],
  publishProduct: ['productPublished'],
  suspendProduct: ['productSuspended', 'appliedProductSuspended'],
  resumeProduct: ['productResumed', 'appliedProductResumed'],
  withdrawProduct: ['productWithdrawn', 'appliedProductWithdrawn'],
  recordLprQuote: silent('published by the central bank for everybody; what follows from it for a firm, its matches say'),
  loadLprQuotes: bulk,

  grantConsent: ['consentGranted'],
  revokeConsent: ['consentRevoked'],
  declareFacts: silent('a lender reads the statement when it reads the file'),

  openDemand: silent('a demand is its firm’s own until it applies under it'),
  withdrawDemand: silent('no application is under way under it then: every lender that had one knows how it ended'),
  submitApplication: ['applicationSubmitted'],
  acceptApplication: ['applicationAccepted'],
  startDueDiligence: ['dueDiligenceStarted'],
  requestCorrection: ['correctionRequested'],
  answerCorrection: ['correctionAnswered'],
  giveInPrinciple: ['inPrincipleGiven'],
  approveApplication: ['applicationApproved'],
  amendApproval: ['approvalAmended'],
  issueContract: ['contractIssued'],
  signContract: ['contractSigned'],
  cancelApplication: ['applicationCancelled'],
  releaseApplication: ['applicationReleased'],
  closeUnanswered: ['correctionUnanswered'],
  expireOffer: ['offerExpired'],
  declineApplication: ['applicationDeclined'],
  rejectApplication: ['applicationRejected'],
  withdrawApplication: ['applicationWithdrawn'],
  lapseApplication: ['applicationLapsed'],
  makeOffer: ['offerMade'],
  withdrawOffer: ['offerWithdrawn'],
  acceptOffer: ['offerAccepted'],
  declineOffer: ['offerDeclined'],
  counterOffer: ['offerCountered'],
  keepOffer: ['offerKept'],
  disburse: ['loanDisbursed'],
  recordRepayment: ['repaymentRecorded'],
  fallOverdue: ['loanOverdue'],
  catchUp: ['loanCaughtUp'],
  renewLoan: ['loanRenewed'],
  restructureLoan: ['loanRestructured'],
  compensateLoan: ['loanCompensated'],
  settleLoan: ['loanSettled'],
  writeOffLoan: ['loanWrittenOff'],
  classLoan: silent('the class is the lender’s own book; what the firm owes does not change by it'),

  setEmailSubscription: self,
  endEmailSubscription: self,
  registerWebhook: self,
  pauseWebhook: self,
  resumeWebhook: self,
  removeWebhook: self,
  renewWebhookSecret: self,
  testWebhook: ['webhookTested'],
  replayDelivery: self,
  importCalendarYear: silent('every clock shows the day that follows from it'),
  startScheduledWork: silent('what it does to an application is told of the application'),

  startImport: self,
  applyImport: self,
  discardImport: self,
  startMatchRun: self,
  finishMatchRun: ['matchesChanged'],
  replayMatchRun: self,
  setMatchAlert: self,
  endMatchAlert: self,
  reportMonth: silent('regulators read sums, never the report of one institution'),
  correctMonth: silent('regulators read sums, never the report of one institution'),
  registerInsuranceContract: silent('the insurer has sent the firm its policy: the platform only counts the contract'),

  seedIdentity: bulk,
  seedEnterprises: bulk,
  seedInsurance: bulk,
  seedReports: bulk,
} as const satisfies Readonly<Record<AuditVerb, readonly MessageKind[] | Silence>>;
