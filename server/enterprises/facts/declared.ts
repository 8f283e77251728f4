import type { declaredAttributes } from '../../matching/dictionary/declared';
import { type Derivation, fieldOf } from './derivation';

const stated = (key: keyof typeof declaredAttributes): Derivation => fieldOf('SELF_DECLARED', key);

/** A statement is made whole: what the newest one leaves out is not known, whatever an earlier one said. */
export const declaredDerivations: Readonly<Record<keyof typeof declaredAttributes, Derivation>> = {
  outstandingLoansFen: stated('outstandingLoansFen'),
  lenderCount: stated('lenderCount'),
  hasOverdueLoans: stated('hasOverdueLoans'),
  overduesLast24Months: stated('overduesLast24Months'),
  creditInquiriesLast6Months: stated('creditInquiriesLast6Months'),
  isFirstTimeBorrower: stated('isFirstTimeBorrower'),
  ownerExperienceYears: stated('ownerExperienceYears'),
  ordersOnHandFen: stated('ordersOnHandFen'),
  coreEnterpriseReceivableFen: stated('coreEnterpriseReceivableFen'),
  medicalSettlementLast12MonthsFen: stated('medicalSettlementLast12MonthsFen'),
};
