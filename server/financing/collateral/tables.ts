import { sql } from 'drizzle-orm';
import { check, choice, date, id, index, instant, isOneOf, money, table, text, version } from '../../database/columns';
import { applications } from '../applications/tables';
import { collateralKinds } from './kinds';
import { collateralStates } from './lifecycle';

/** A thing or right that a firm gives as security for one application, from its statement to its release. */
export const collaterals = table(
  'collaterals',
  {
    id: id(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    kind: choice('kind', collateralKinds).notNull(),
    name: text('name').notNull(),
    /** The number of its certificate, patent, registration or contract. */
    certificate: text('certificate').notNull(),
    /** What the firm thinks that it is worth. */
    statedFen: money('stated_fen').notNull(),
    state: choice('state', collateralStates).notNull(),
    /** Who valued it; null where bank and firm agreed on the value themselves. */
    appraiser: text('appraiser'),
    appraisedOn: date('appraised_on'),
    valueFen: money('value_fen'),
    /** What the firm is charged for the appraisal and for the registration: what its cost sheet said, or less. */
    appraisalFeeFen: money('appraisal_fee_fen').notNull(),
    registrationFeeFen: money('registration_fee_fen').notNull(),
    registry: text('registry'),
    registrationNumber: text('registration_number'),
    registeredOn: date('registered_on'),
    releasedOn: date('released_on'),
    statedAt: instant('stated_at').notNull(),
    version: version(),
  },
  collateral => [
    index('collaterals_application').on(collateral.applicationId),
    isOneOf('collaterals_kind_known', collateral.kind, collateralKinds),
    isOneOf('collaterals_state_known', collateral.state, collateralStates),
    check('collaterals_stated', sql`${collateral.statedFen} > 0`),
    check('collaterals_valued', sql`(${collateral.state} = 'stated') = (${collateral.valueFen} is null)`),
    check(
      'collaterals_registered',
      sql`(${collateral.state} in ('registered', 'released')) = (${collateral.registrationNumber} is not null)`,
    ),
    check('collaterals_released', sql`(${collateral.state} = 'released') = (${collateral.releasedOn} is not null)`),
    check('collaterals_fees', sql`${collateral.appraisalFeeFen} >= 0 and ${collateral.registrationFeeFen} >= 0`),
  ],
);

export type Collateral = typeof collaterals.$inferSelect;
