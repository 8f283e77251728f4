import { graphql } from '../client';
import type { ResourceOperations } from '../resources';

export const importOffersDocument = graphql`
  query ImportOffers {
    importOffers { kind dataClasses label { zh en } }
  }
`;

export const importTemplateDocument = graphql`
  query ImportTemplate($kind: ImportKind!, $dataClass: String) {
    importTemplate(kind: $kind, dataClass: $dataClass) {
      needed { zh en }
      columns { headings isRequired label { zh en } passedOver { zh en } }
    }
  }
`;

export const banksDocument = graphql`
  query Banks {
    organisations(list: { perPage: 200, sort: "name", order: ASC, filter: { kind: bank, status: active } }) { items { id name } }
  }
`;

/** The lists of one's own department, the newest first. */
export const ownListsDocument = graphql`
  query OwnWhiteLists {
    whiteLists(list: { perPage: 200 }) { items { id name validUntil } }
  }
`;

export const importBatchDocument = graphql`
  query ImportBatch($id: ID!) {
    importBatch(id: $id) {
      id version kind dataClass listId fileName state percent rowsRead rowsNew rowsKnown problemCount createdAt finishedAt allowedVerbs
      sample { headings rows }
      notes { zh en }
      failure { zh en }
    }
  }
`;

export const importProblemsDocument = graphql`
  query ImportProblems($batchId: ID!, $list: ImportProblemListInput!) {
    importProblems(batchId: $batchId, list: $list) { total items { sheet row column value expected { zh en } } }
  }
`;

export const startImportDocument = graphql`
  mutation StartImport($uploadId: ID!, $kind: ImportKind!, $dataClass: String, $institutionId: ID, $listId: ID) {
    startImport(uploadId: $uploadId, kind: $kind, dataClass: $dataClass, institutionId: $institutionId, listId: $listId) {
      id state
    }
  }
`;

export const applyImportDocument = graphql`
  mutation ApplyImport($id: ID!) {
    applyImport(id: $id) { id state }
  }
`;

export const discardImportDocument = graphql`
  mutation DiscardImport($id: ID!) {
    discardImport(id: $id) { id state }
  }
`;

export const operations = {
  importBatches: {
    list: graphql`
      query ImportBatches($list: ImportBatchListInput!) {
        importBatches(list: $list) {
          total
          items { id kind dataClass fileName state percent rowsRead rowsNew rowsKnown problemCount createdAt }
        }
      }
    `,
  },
} satisfies Record<string, ResourceOperations>;
