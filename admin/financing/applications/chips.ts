import type { Application } from '../../generated/schema';

/** The colour of each state of an application, by the states that `StateChip` knows. */
export const applicationChipOf: Readonly<Record<Application['state'], string>> = {
  invited: 'pending',
  submitted: 'pending',
  accepted: 'checking',
  actionRequired: 'pending',
  dueDiligence: 'checking',
  inPrinciple: 'checking',
  offered: 'pending',
  countered: 'pending',
  offerAccepted: 'checking',
  guaranteePending: 'checking',
  approved: 'checking',
  contractIssued: 'pending',
  signed: 'checking',
  partiallyDisbursed: 'active',
  disbursed: 'active',
  declined: 'rejected',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  lapsed: 'lapsed',
  cancelled: 'withdrawn',
  released: 'lapsed',
};
