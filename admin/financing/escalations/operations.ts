import { graphql } from '../../client';

export const escalationCountsDocument = graphql`
  query EscalationCounts($standing: EscalationStanding) {
    escalationCounts(standing: $standing) { count institution { id name } }
  }
`;

export const escalationsDocument = graphql`
  query Escalations($list: EscalationListInput!) {
    escalations(list: $list) {
      total
      items {
        id state stateNow product dueOn escalatedAt isOpen daysOver dispatchDemandId
        institution { id name }
      }
    }
  }
`;
