import { graphql } from '../client';
import type { ResourceOperations } from '../resources';

export const matchesDocument = graphql`
  query Matches($list: MatchListInput!, $request: FinancingRequestInput) {
    matches(list: $list, request: $request) {
      total
      today
      counts { eligible possible notEligible }
      advice { dataClass { code name { zh en } } decidable }
      items {
        id
        verdict
        verdictAfterChanges
        product {
          id name labels { code label { zh en } }
          amountFenMin amountFenMax termMonthsMin termMonthsMax rateBpsMin rateBpsMax isUnsecured
          securities { code label { zh en } }
          institution { id name shortName }
        }
        findings {
          path verdict text { zh en }
          authorise { code name { zh en } }
          awaiting { code name { zh en } }
          changes { kind on text { zh en } }
          predicates { measuredText { zh en } }
        }
      }
    }
  }
`;

export const matchDocument = graphql`
  query Match($productId: ID!, $request: FinancingRequestInput) {
    match(productId: $productId, request: $request) {
      id
      verdict
      verdictAfterChanges
      today
      product { id name introduction institution { id name } conditionsText }
      findings {
        path verdict text { zh en }
        authorise { code name { zh en } }
        awaiting { code name { zh en } }
        changes { kind on text { zh en } }
        predicates {
          path verdict reason asOf
          label { zh en }
          text { zh en }
          measuredText { zh en }
          source { zh en }
          dataClass { code name { zh en } }
          change { kind on text { zh en } }
        }
      }
    }
  }
`;

export const requestVocabularyDocument = graphql`
  query RequestVocabulary {
    productVocabulary {
      labels { code label { zh en } }
      securities { code label { zh en } }
      purposes { code label { zh en } }
      repaymentMethods { code label { zh en } }
    }
  }
`;

export const operations = {} satisfies Record<string, ResourceOperations>;
