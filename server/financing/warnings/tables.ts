import { sql } from 'drizzle-orm';
import { check, choice, id, index, instant, isOneOf, json, table, text, uniqueIndex, version } from '../../database/columns';
import { enterprises } from '../../enterprises/tables';
import { organisations } from '../../identity/tables';
import { warningResultCodes, warningStates } from './lifecycle';
import { type SignFigures, warningRules } from './signs';

/** That a record of a firm turned for the worse, as a bank learns of it that has lent to the firm and may watch over the loan. */
export const earlyWarnings = table(
  'early_warnings',
  {
    id: id(),
    institutionId: text('institution_id')
      .notNull()
      .references(() => organisations.id),
    enterpriseId: text('enterprise_id')
      .notNull()
      .references(() => enterprises.id),
    rule: choice('rule', warningRules).notNull(),
    /** Which event it is, so that nobody is warned of the same twice. */
    key: text('key').notNull(),
    figures: json<SignFigures>('figures').notNull(),
    state: choice('state', warningStates).notNull(),
    result: choice('result', warningResultCodes),
    note: text('note'),
    raisedAt: instant('raised_at').notNull(),
    resolvedAt: instant('resolved_at'),
    version: version(),
  },
  warning => [
    uniqueIndex('early_warnings_event').on(warning.institutionId, warning.enterpriseId, warning.rule, warning.key),
    index('early_warnings_institution').on(warning.institutionId, warning.state),
    isOneOf('early_warnings_rule', warning.rule, warningRules),
    isOneOf('early_warnings_state', warning.state, warningStates),
    isOneOf('early_warnings_result', warning.result, warningResultCodes),
    check('early_warnings_resolved', sql`(${warning.state} = 'resolved') = (${warning.result} is not null)`),
  ],
);

export type EarlyWarning = typeof earlyWarnings.$inferSelect;
