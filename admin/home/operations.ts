import { graphql } from '../client';

export const operatorToDoDocument = graphql`
  query OperatorToDo {
    inReview: products(list: { perPage: 1, filter: { revision: inReview } }) { total }
    pending: organisations(list: { perPage: 1, filter: { status: pending } }) { total }
    dispatch: dispatchDemands(list: { perPage: 1 }) { total }
  }
`;

export const bankToDoDocument = graphql`
  query BankToDo {
    applications(list: { perPage: 1, filter: { states: [invited, submitted, accepted, dueDiligence, inPrinciple, countered, offerAccepted, approved, signed] } }) { total }
    overdue: applications(
      list: {
        perPage: 1
        filter: {
          deadline: overdue
          states: [invited, submitted, accepted, dueDiligence, inPrinciple, countered, offerAccepted, approved, signed]
        }
      }
    ) { total }
    drafts: products(list: { perPage: 1, filter: { revision: draft } }) { total }
    market: marketDemands(list: { perPage: 1 }) { total }
  }
`;

export const guarantorToDoDocument = graphql`
  query GuarantorToDo {
    guarantees(list: { perPage: 1, filter: { shelf: toDecide } }) { total }
    claims: guarantees(list: { perPage: 1, filter: { shelf: claimed } }) { total }
  }
`;

export const matchCountsDocument = graphql`
  query MatchCounts {
    matches(list: { perPage: 1 }) { counts { eligible possible notEligible } }
  }
`;

export const firmToDoDocument = graphql`
  query FirmToDo {
    offers: applications(list: { perPage: 1, filter: { states: [offered] } }) { total }
    toDo: applications(list: { perPage: 1, filter: { states: [actionRequired, contractIssued] } }) { total }
  }
`;
