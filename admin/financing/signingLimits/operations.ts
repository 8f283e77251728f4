import { graphql } from '../../client';
import type { ResourceOperations } from '../../resources';

export const signingRulesDocument = graphql`
  query SigningRules {
    signingRules { officersFen mineFen allowedVerbs signers { id name username role ownFen limitFen } }
  }
`;

export const mySigningLimitDocument = graphql`
  query MySigningLimit {
    signingRules { mineFen }
  }
`;

export const operations = {
  signingLimits: {
    verbs: {
      setSigningLimit: graphql`
        mutation SetSigningLimit($userId: ID, $amountFen: Money) {
          setSigningLimit(userId: $userId, amountFen: $amountFen) { officersFen }
        }
      `,
    },
  },
} satisfies Record<string, ResourceOperations>;
