import { graphql } from '../client';
import type { ResourceOperations } from '../resources';

export const calendarYearsDocument = graphql`
  query CalendarYears {
    calendarYears { year holidays workdays source importedAt }
  }
`;

export const operations = {
  calendarYears: {
    verbs: {
      importYear: graphql`
        mutation ImportCalendarYear($input: CalendarYearInput!) {
          importCalendarYear(input: $input) { year }
        }
      `,
    },
  },
} satisfies Record<string, ResourceOperations>;
