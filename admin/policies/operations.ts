import { graphql } from '../client';
import type { ResourceOperations } from '../resources';

export const operations = {
  supportPolicies: {
    list: graphql`
      query SupportPolicies($list: SupportPolicyListInput!) {
        supportPolicies(list: $list) {
          total
          items {
            id version name source kind rateBps benchmarkBps monthsMax capFen payout regionCode region { zh en } securities categories
            loanFenMax otherConditions validFrom validUntil endedAt allowedVerbs
            department { id name }
          }
        }
      }
    `,
    verbs: {
      publishSupportPolicy: graphql`
        mutation PublishSupportPolicy($input: SupportPolicyInput!) {
          publishSupportPolicy(input: $input) { id }
        }
      `,
      endSupportPolicy: graphql`
        mutation EndSupportPolicy($id: ID!, $version: Int!) {
          endSupportPolicy(id: $id, version: $version) { id }
        }
      `,
    },
  },
} satisfies Record<string, ResourceOperations>;
