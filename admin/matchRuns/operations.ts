import { graphql } from '../client';
import type { ResourceOperations } from '../resources';

const runFragment = graphql`
  fragment Run on MatchRun {
    id reason state failure percent createdAt startedAt finishedAt day engineVersion
    productsDigest populationDigest resultDigest firms products isFirst replayOf allowedVerbs
    eligible { value isHidden }
    possible { value isHidden }
    entered { value isHidden }
    left { value isHidden }
    told { value isHidden }
    replayAnswer { isSame differences productsDiffering }
  }
`;

export const matchRunsDocument =
  graphql`
  query MatchRuns($page: Int!, $perPage: Int!) {
    matchRuns(list: { page: $page, perPage: $perPage }) { total items { ...Run } }
  }
` + runFragment;

export const matchRunDocument =
  graphql`
  query MatchRun($id: ID!) {
    matchRun(id: $id) { ...Run }
  }
` + runFragment;

export const matchRunProductsDocument = graphql`
  query MatchRunProducts($runId: ID!, $page: Int!, $perPage: Int!) {
    matchRunProducts(runId: $runId, list: { page: $page, perPage: $perPage }) {
      total
      items {
        id productId name institution isInForce
        eligible { value isHidden }
        possible { value isHidden }
        entered { value isHidden }
        left { value isHidden }
      }
    }
  }
`;

export const matchAlertDocument = graphql`
  query MatchAlert {
    matchAlert { isOn label amountFenMin }
  }
`;

export const operations = {
  matchRuns: {
    verbs: {
      start: graphql`
        mutation StartMatchRun {
          startMatchRun { id }
        }
      `,
      replay: graphql`
        mutation ReplayMatchRun($id: ID!) {
          replayMatchRun(id: $id) { id }
        }
      `,
    },
  },
  matchAlerts: {
    verbs: {
      set: graphql`
        mutation SetMatchAlert($input: MatchAlertInput!) {
          setMatchAlert(input: $input) { isOn label amountFenMin }
        }
      `,
      end: graphql`
        mutation EndMatchAlert {
          endMatchAlert { isOn }
        }
      `,
    },
  },
} satisfies Record<string, ResourceOperations>;
