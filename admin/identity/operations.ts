import { graphql } from '../client';
import type { ResourceOperations } from '../resources';

export const meDocument = graphql`
  query Me {
    me { id username name role status organisation { id name kind status statusReason } }
  }
`;

export const signInDocument = graphql`
  mutation SignIn($username: String!, $password: String!) {
    signIn(username: $username, password: $password) {
      expiresAt
      user { id username name role status organisation { id name kind status statusReason } }
    }
  }
`;

export const signOutDocument = graphql`
  mutation SignOut {
    signOut
  }
`;

export const changePasswordDocument = graphql`
  mutation ChangePassword($current: String!, $next: String!) {
    changePassword(current: $current, next: $next)
  }
`;

export const demoAccountsDocument = graphql`
  query DemoAccounts {
    demoAccounts { username password role organisationName organisationKind }
  }
`;

export const checkUsccDocument = graphql`
  query CheckUscc($uscc: String!) {
    checkUscc(uscc: $uscc) { verdict failed text { zh en } }
  }
`;

export const registerEnterpriseDocument = graphql`
  mutation RegisterEnterprise($input: RegisterEnterpriseInput!) {
    registerEnterprise(input: $input) { usccVerdict text { zh en } organisation { id name status } }
  }
`;

export const operations = {
  organisations: {
    list: graphql`
      query Organisations($list: OrganisationListInput!) {
        organisations(list: $list) {
          total
          items { id version kind name uscc usccVerdict regionCode region { zh en } status statusReason createdAt allowedVerbs claimants { id name username } }
        }
      }
    `,
    create: graphql`
      mutation CreateOrganisation($input: CreateOrganisationInput!) {
        createOrganisation(input: $input) { id version name }
      }
    `,
    verbs: {
      confirmOrganisation: graphql`
        mutation ConfirmOrganisation($id: ID!, $version: Int!) {
          confirmOrganisation(id: $id, version: $version) { id version status }
        }
      `,
      rejectOrganisation: graphql`
        mutation RejectOrganisation($id: ID!, $version: Int!, $reason: String!) {
          rejectOrganisation(id: $id, version: $version, reason: $reason) { id version status }
        }
      `,
      suspendOrganisation: graphql`
        mutation SuspendOrganisation($id: ID!, $version: Int!, $reason: String!) {
          suspendOrganisation(id: $id, version: $version, reason: $reason) { id version status }
        }
      `,
      restoreOrganisation: graphql`
        mutation RestoreOrganisation($id: ID!, $version: Int!) {
          restoreOrganisation(id: $id, version: $version) { id version status }
        }
      `,
    },
  },
  users: {
    list: graphql`
      query Users($list: UserListInput!) {
        users(list: $list) {
          total
          items { id version username name role status lockedUntil createdAt allowedVerbs organisation { id name kind } }
        }
      }
    `,
    create: graphql`
      mutation CreateUser($input: CreateUserInput!) {
        createUser(input: $input) { id version name }
      }
    `,
    verbs: {
      disableUser: graphql`
        mutation DisableUser($id: ID!, $version: Int!) {
          disableUser(id: $id, version: $version) { id version status }
        }
      `,
      enableUser: graphql`
        mutation EnableUser($id: ID!, $version: Int!) {
          enableUser(id: $id, version: $version) { id version status }
        }
      `,
      resetPassword: graphql`
        mutation ResetPassword($id: ID!, $version: Int!, $password: String!) {
          resetPassword(id: $id, version: $version, password: $password) { id version }
        }
      `,
    },
  },
  auditEntries: {
    list: graphql`
      query AuditEntries($list: AuditEntryListInput!) {
        auditEntries(list: $list) {
          total
          items { id at actorName verb subjectKind subjectId reason details hash }
        }
      }
    `,
  },
} satisfies Record<string, ResourceOperations>;
