import { choice, date, id, index, instant, isOneOf, table, text, uniqueIndex } from '../../database/columns';
import { organisations } from '../../identity/tables';
import { applicationStates } from '../applications/lifecycle';
import { applications } from '../applications/tables';

/** A step that whoever was on the clock had not taken by its day, as it was taken up to its head and the operator. Once for each. */
export const escalations = table(
  'escalations',
  {
    id: id(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    /** Whose turn it was: the institution, or one who guarantees. */
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** The state in which the application waited. */
    state: choice('state', applicationStates).notNull(),
    dueOn: date('due_on').notNull(),
    escalatedAt: instant('escalated_at').notNull(),
  },
  escalation => [
    uniqueIndex('escalations_once').on(escalation.applicationId, escalation.organisationId, escalation.state, escalation.dueOn),
    index('escalations_newest').on(escalation.escalatedAt),
    isOneOf('escalations_state_known', escalation.state, applicationStates),
  ],
);

export type Escalation = typeof escalations.$inferSelect;
