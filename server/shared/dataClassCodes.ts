/**
 * The 32 classes of shared government data about an enterprise, in the order of the sharing catalogue.
 * Fields, departments and consent modes are described in enterprises/dataClasses.
 */
export const governmentDataClassCodes = [
  'REGISTRATION',
  'OWNERSHIP_KEY_PERSONS',
  'ANNUAL_REPORT',
  'ABNORMAL_OPERATION',
  'EQUITY_CHATTEL_PLEDGE',
  'ADMIN_LICENCE',
  'ADMIN_PENALTY',
  'PUBLIC_CREDIT_RATING',
  'TAX_CREDIT_GRADE',
  'TAX_PAID',
  'VAT_INVOICE_SUMMARY',
  'TAX_ARREARS',
  'SOCIAL_INSURANCE',
  'JOB_RETENTION_REFUND',
  'LABOUR_COMPLIANCE',
  'HOUSING_FUND',
  'MEDICAL_INSURANCE',
  'REAL_ESTATE',
  'ELECTRICITY',
  'WATER',
  'GAS',
  'LITIGATION',
  'ENFORCEMENT',
  'CUSTOMS',
  'PATENT',
  'TRADEMARK',
  'INNOVATION_STATUS',
  'QUALIFICATION_TITLES',
  'ENVIRONMENT_SAFETY',
  'PUBLIC_PROCUREMENT',
  'AGRI_ENTITY',
  'FISCAL_SUPPORT',
] as const;

/** Classes whose records are kept in a firm's credit file: the 32, and the central bank's cash-flow record (bank data). */
export const recordedDataClassCodes = [...governmentDataClassCodes, 'CASH_FLOW'] as const;

/**
 * Every origin a fact may have. SELF_DECLARED is the firm's own statement and REQUEST the fields of its financing
 * request: both are the firm's words to the platform, so neither ever needs an authorisation.
 */
export const dataClassCodes = [...recordedDataClassCodes, 'SELF_DECLARED', 'REQUEST'] as const;

export type GovernmentDataClassCode = (typeof governmentDataClassCodes)[number];
export type RecordedDataClassCode = (typeof recordedDataClassCodes)[number];
export type DataClassCode = (typeof dataClassCodes)[number];
