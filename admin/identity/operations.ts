import { graphql } from '../client';
import type { ResourceOperations } from '../resources';

export const meDocument = graphql`
  query Me {
    me {
      id username name role
      organisation { id name kind status statusReason }
    }
  }
`;

export const signInDocument = graphql`
  mutation SignIn($username: String!, $password: String!) {
    signIn(username: $username, password: $password) {
      expiresAt
      user { id username name role organisation { id name kind status statusReason } }
    }
  }
`;

export const signOutDocument = graphql`
  mutation SignOut {
    signOut
  }
`;

export const demoAccountsDocument = graphql`
  query DemoAccounts {
    demoAccounts { username password organisationName organisationKind role }
  }
`;


export const operations = {
  organisations: {
    list: graphql`
      query Organisations($list: OrganisationListInput!) {
        organisations(list: $list) { total items { id version kind name shortName uscc usccVerdict regionCode status statusReason createdAt allowedVerbs } }
      }
    `,
  },
} satisfies Record<string, ResourceOperations>;
