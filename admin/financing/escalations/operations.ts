import { graphql } from '../../client';

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
