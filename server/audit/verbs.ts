/**
 * What can be done, as the audit chain names it. The chain outlives every release: a verb may be added, never removed or
 * renamed. Each has words in both languages beside the pages.
 */
export const auditVerbs = [
  // identity
  'createOrganisation',
  'registerEnterprise',
  'claimOrganisation',
  'confirmOrganisation',
  'rejectOrganisation',
  'suspendOrganisation',
  'restoreOrganisation',
  'createUser',
  'updateUser',
  'confirmUser',
  'rejectUser',
  'disableUser',
  'enableUser',
  'signIn',
  'signInFailed',
  'signOut',
  'issueToken',
  'changePassword',
  'changePasswordFailed',
  'resetPassword',
  // products
  'createProduct',
  'updateProduct',
  'submitProduct',
  'returnProduct',
  'publishProduct',
  'suspendProduct',
  'resumeProduct',
  'withdrawProduct',
  'recordLprQuote',
  'loadLprQuotes',
  // enterprises
  'grantConsent',
  'revokeConsent',
  'declareFacts',
  // financing
  'openDemand',
  'withdrawDemand',
  'submitApplication',
  'acceptApplication',
  'declineApplication',
  'rejectApplication',
  'withdrawApplication',
  'lapseApplication',
  'makeOffer',
  'withdrawOffer',
  'acceptOffer',
  'declineOffer',
  'disburse',
  'recordRepayment',
  // imports, match runs, reports
  'startImport',
  'applyImport',
  'discardImport',
  'startMatchRun',
  'finishMatchRun',
  'replayMatchRun',
  'setMatchAlert',
  'endMatchAlert',
  'reportMonth',
  'correctMonth',
  'registerInsuranceContract',
  // the demo, brought in at once
  'seedIdentity',
  'seedEnterprises',
  'seedInsurance',
  'seedReports',
] as const;
export type AuditVerb = (typeof auditVerbs)[number];

/** What something can be done to; like the verbs, only ever added to. */
export const auditSubjects = [
  'organisation',
  'user',
  'product',
  'lprQuote',
  'enterprise',
  'consent',
  'demand',
  'application',
  'transaction',
  'importBatch',
  'matchRun',
  'institutionReport',
  'insuranceContract',
  'demo',
] as const;
export type AuditSubject = (typeof auditSubjects)[number];
