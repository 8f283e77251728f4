import { graphql } from '../../client';
import type { ResourceOperations } from '../../resources';

export const emailSubscriptionDocument = graphql`
  query EmailSubscription {
    emailSubscription { address topics locale }
  }
`;

export const webhooksDocument = graphql`
  query Webhooks {
    webhooks { id version name url topics state createdAt allowedVerbs }
  }
`;

export const deliveriesDocument = graphql`
  query Deliveries($page: Int!, $perPage: Int!, $filter: DeliveryFilter) {
    deliveries(list: { page: $page, perPage: $perPage, filter: $filter }) {
      total
      items {
        id channel organisation destination eventType state attempts lastStatus lastProblem
        lastAttemptAt nextAttemptAt createdAt allowedVerbs title { zh en }
      }
    }
  }
`;

export const operations = {
  notifications: {
    verbs: {
      setEmailSubscription: graphql`
        mutation SetEmailSubscription($input: EmailSubscriptionInput!) {
          setEmailSubscription(input: $input) { address topics locale }
        }
      `,
      endEmailSubscription: graphql`
        mutation EndEmailSubscription {
          endEmailSubscription
        }
      `,
    },
  },
  webhooks: {
    verbs: {
      registerWebhook: graphql`
        mutation RegisterWebhook($input: WebhookInput!) {
          registerWebhook(input: $input) { secret webhook { id } }
        }
      `,
      renewWebhookSecret: graphql`
        mutation RenewWebhookSecret($id: ID!, $version: Int!) {
          renewWebhookSecret(id: $id, version: $version) { secret webhook { id } }
        }
      `,
      testWebhook: graphql`
        mutation TestWebhook($id: ID!) {
          testWebhook(id: $id) { id }
        }
      `,
      pauseWebhook: graphql`
        mutation PauseWebhook($id: ID!, $version: Int!) {
          pauseWebhook(id: $id, version: $version) { id state }
        }
      `,
      resumeWebhook: graphql`
        mutation ResumeWebhook($id: ID!, $version: Int!) {
          resumeWebhook(id: $id, version: $version) { id state }
        }
      `,
      removeWebhook: graphql`
        mutation RemoveWebhook($id: ID!, $version: Int!) {
          removeWebhook(id: $id, version: $version) { id state }
        }
      `,
    },
  },
  deliveries: {
    verbs: {
      replayDelivery: graphql`
        mutation ReplayDelivery($id: ID!) {
          replayDelivery(id: $id) { id state }
        }
      `,
    },
  },
} satisfies Record<string, ResourceOperations>;
