import { graphql } from '../client';
import type { ResourceOperations } from '../resources';

export const disputedRecordDocument = graphql`
  query DisputedRecord($id: ID!) {
    disputedRecord(id: $id) { id dataClass period value asOf source objection { state statement raisedAt dueOn answer } }
  }
`;

export const objectionsDocument = graphql`
  query Objections($list: ObjectionListInput!) {
    objections(list: $list) {
      total
      items {
        id version recordId dataClass state statement raisedAt dueOn isOverdue answer answeredAt allowedVerbs
        dataClassName { zh en }
        department { zh en }
        stateLabel { zh en }
        enterprise { id name }
        answeredBy { name }
      }
    }
  }
`;

export const operations = {
  objections: {
    verbs: {
      raise: graphql`
        mutation RaiseObjection($recordId: ID!, $statement: String!) {
          raiseObjection(recordId: $recordId, statement: $statement) { id version dueOn }
        }
      `,
      answer: graphql`
        mutation AnswerObjection($id: ID!, $version: Int!, $input: AnswerObjectionInput!) {
          answerObjection(id: $id, version: $version, input: $input) { id version state }
        }
      `,
      withdrawObjection: graphql`
        mutation WithdrawObjection($id: ID!, $version: Int!) {
          withdrawObjection(id: $id, version: $version) { id version state }
        }
      `,
    },
  },
} satisfies Record<string, ResourceOperations>;
