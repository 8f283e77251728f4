import { graphql } from '../../client';
import type { ResourceOperations } from '../../resources';

const listFragment = graphql`
  fragment WhiteListLine on WhiteList {
    id name purpose validUntil createdAt
    department { id name }
    institutions { id name }
    figures { firms left contacted applied lent results { result count } }
  }
`;

export const myListingsDocument = graphql`
  query WhiteListings {
    whiteListings(list: { perPage: 100 }) {
      total
      items {
        id version leftAt allowedVerbs
        list { id name purpose validUntil department { id name } institutions { id name } }
      }
    }
  }
`;

export const whiteListShownDocument =
  graphql`
  query WhiteListShown($id: ID!, $list: WhiteListListInput!) {
    whiteList(id: $id) { ...WhiteListLine }
    whiteListEntries(listId: $id, list: $list) {
      total
      items {
        id leftAt leaveReason hasApplied allowedVerbs
        enterprise { id name }
        contacts { id contactedOn result note nextOn institution { id name } }
      }
    }
  }
` + listFragment;

/** The banks that a list may be pushed to. */
export const banksDocument = graphql`
  query ActiveBanks {
    organisations(list: { perPage: 200, sort: "name", order: ASC, filter: { kind: bank, status: active } }) { items { id name } }
  }
`;

export const operations = {
  whiteLists: {
    list:
      graphql`
      query WhiteLists($list: WhiteListListInput!) {
        whiteLists(list: $list) { total items { ...WhiteListLine } }
      }
    ` + listFragment,
    verbs: {
      createWhiteList: graphql`
        mutation CreateWhiteList($input: WhiteListInput!) {
          createWhiteList(input: $input) { id }
        }
      `,
      recordContact: graphql`
        mutation RecordContact($entryId: ID!, $input: ContactInput!) {
          recordContact(entryId: $entryId, input: $input) { id }
        }
      `,
      leaveWhiteList: graphql`
        mutation LeaveWhiteList($id: ID!, $version: Int!, $reason: String!) {
          leaveWhiteList(id: $id, version: $version, reason: $reason)
        }
      `,
    },
  },
} satisfies Record<string, ResourceOperations>;
