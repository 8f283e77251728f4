import { graphql } from '../client';
import type { ResourceOperations } from '../resources';

export const scheduledRunsDocument = graphql`
  query ScheduledRuns($page: Int!, $perPage: Int!) {
    scheduledRuns(list: { page: $page, perPage: $perPage }) {
      total
      items { id task state isAsked createdAt startedAt finishedAt moved }
    }
  }
`;

export const operations = {
  scheduledRuns: {
    verbs: {
      start: graphql`
        mutation StartScheduledRun($task: ScheduledTask!) {
          startScheduledRun(task: $task) { id }
        }
      `,
    },
  },
} satisfies Record<string, ResourceOperations>;
