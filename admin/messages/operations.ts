import { graphql } from '../client';
import type { ResourceOperations } from '../resources';
import { operations as notifications } from './notifications/operations';

export const workUpdatesDocument = graphql`
  subscription WorkUpdates {
    workUpdates { inbox { unread newest { id title { zh en } } } applicationIds matches }
  }
`;

export const unreadMessagesDocument = graphql`
  query UnreadMessages {
    unreadMessages
  }
`;

export const messagesDocument = graphql`
  query Messages($page: Int!, $perPage: Int!, $filter: MessageFilter) {
    messages(list: { page: $page, perPage: $perPage, filter: $filter }) {
      total
      items {
        id topic createdAt readAt title { zh en } subject { kind id }
        lines { text { zh en } subject { kind id } }
      }
    }
  }
`;

export const operations = {
  ...notifications,
  messages: {
    verbs: {
      markRead: graphql`
        mutation MarkRead($id: ID!) {
          markRead(id: $id) { id readAt }
        }
      `,
      markAllRead: graphql`
        mutation MarkAllRead {
          markAllRead
        }
      `,
    },
  },
} satisfies Record<string, ResourceOperations>;
