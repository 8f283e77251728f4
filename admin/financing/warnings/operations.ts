import { graphql } from '../../client';
import type { ResourceOperations } from '../../resources';

export const earlyWarningsDocument = graphql`
  query EarlyWarnings($list: EarlyWarningListInput!) {
    earlyWarnings(list: $list) {
      total
      items {
        id version rule state note raisedAt resolvedAt allowedVerbs
        text { zh en }
        stateLabel { zh en }
        resultLabel { zh en }
        enterprise { id name }
      }
    }
  }
`;

export const warningResultsDocument = graphql`
  query WarningResults {
    warningResults { code label { zh en } }
  }
`;

export const operations = {
  warnings: {
    verbs: {
      seeWarning: graphql`
        mutation SeeWarning($id: ID!, $version: Int!) {
          seeWarning(id: $id, version: $version) { id version state }
        }
      `,
      resolveWarning: graphql`
        mutation ResolveWarning($id: ID!, $version: Int!, $result: WarningResult!, $note: String) {
          resolveWarning(id: $id, version: $version, result: $result, note: $note) { id version state }
        }
      `,
    },
  },
} satisfies Record<string, ResourceOperations>;
