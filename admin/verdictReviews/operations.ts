import { graphql } from '../client';
import type { ResourceOperations } from '../resources';

const reviewFragment = graphql`
  fragment Review on VerdictReview {
    id version productId productName state stateLabel { zh en } clauses { path text { zh en } } statement askedAt dueOn isOverdue
    reason { zh en } answer answeredAt allowedVerbs
    enterprise { id name }
    institution { id name }
  }
`;

export const operations = {
  verdictReviews: {
    list:
      graphql`
      query VerdictReviews($list: VerdictReviewListInput!) {
        verdictReviews(list: $list) { total items { ...Review } }
      }
    ` + reviewFragment,
    verbs: {
      requestVerdictReview: graphql`
        mutation RequestVerdictReview($productId: ID!, $statement: String!, $request: MatchRequest) {
          requestVerdictReview(productId: $productId, statement: $statement, request: $request) { id }
        }
      `,
      answerVerdictReview: graphql`
        mutation AnswerVerdictReview($id: ID!, $version: Int!, $input: AnswerVerdictReviewInput!) {
          answerVerdictReview(id: $id, version: $version, input: $input) { id }
        }
      `,
      withdrawVerdictReview: graphql`
        mutation WithdrawVerdictReview($id: ID!, $version: Int!) {
          withdrawVerdictReview(id: $id, version: $version) { id }
        }
      `,
    },
  },
} satisfies Record<string, ResourceOperations>;
