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

export const doorsDocument = graphql`
  query Doors($request: MatchRequest, $on: CalendarDate) {
    doors(request: $request, on: $on) {
      attr kind on closes
      label { zh en }
      text { zh en }
      nowText { zh en }
      opens { id name institutionName }
    }
    matches(list: { perPage: 1 }, request: $request, on: $on) {
      advice { dataClass decidable }
    }
  }
`;

export const whatIfDocument = graphql`
  query WhatIf($vary: String!, $changes: [WhatIfChange!]!, $request: MatchRequest, $on: CalendarDate) {
    whatIf(vary: $vary, changes: $changes, request: $request, on: $on) {
      attr now
      nowText { zh en }
      counts { eligible possible notEligible }
      points {
        value isNow
        text { zh en }
        counts { eligible possible notEligible }
        enters { total products { id name institutionName } }
        leaves { total products { id name institutionName } }
      }
    }
  }
`;

export const operations = {} satisfies Record<string, ResourceOperations>;
