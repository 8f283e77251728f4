import { graphql } from '../client';
import type { ResourceOperations } from '../resources';

/** How many products a page of matches has: the size stands in the document, so that its cost is known beforehand. */
export const matchesPerPage = 20;

export const matchesDocument = graphql`
  query Matches($page: Int!, $q: String, $sort: String, $filter: MatchFilter, $request: MatchRequest, $on: CalendarDate) {
    matches(list: { page: $page, perPage: 20, q: $q, sort: $sort, filter: $filter }, request: $request, on: $on) {
      total
      today
      counts { eligible possible notEligible }
      advice { dataClass decidable }
      ranking { defaultAmountFen defaultTermMonths weights { part weight isCounted } }
      items {
        id
        verdict
        verdictAfterChanges
        rank {
          tier score
          parts { part value }
          cost { costBpsMin costBpsMax missing amountFen termMonths repaymentMethod }
          chance { approvalBps basis }
          speed { days basis workingDaysPromised }
        }
        product {
          id
          institution { id name }
          terms {
            name labels amountFenMin amountFenMax termMonthsMin termMonthsMax isUnsecured securities
            rates { rateBpsMin rateBpsMax }
          }
        }
        findings {
          path verdict authorise awaiting
          text { zh en }
          changes { kind on text { zh en } }
          predicates { measuredText { zh en } }
        }
      }
    }
  }
`;

export const matchDocument = graphql`
  query Match($productId: ID!, $request: MatchRequest, $on: CalendarDate) {
    match(productId: $productId, request: $request, on: $on) {
      id
      verdict
      verdictAfterChanges
      product {
        id
        institution { id name }
        terms { name conditionsText }
      }
      findings {
        path verdict authorise awaiting
        text { zh en }
        changes { kind on text { zh en } }
        predicates {
          path verdict reason asOf source
          label { zh en }
          text { zh en }
          measuredText { zh en }
        }
      }
    }
  }
`;

export const operations = {} satisfies Record<string, ResourceOperations>;
