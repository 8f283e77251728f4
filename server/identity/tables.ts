import { choice, id, index, instant, integer, isOneOf, table, text, uniqueIndex, version } from '../database/columns';
import { organisationKinds, roles } from '../shared/actor';

export const organisationStatuses = ['pending', 'active', 'rejected', 'suspended'] as const;
export type OrganisationStatus = (typeof organisationStatuses)[number];

/** What the check of a unified social credit code said when it was stored; a malformed code is never stored. */
export const storedUsccVerdicts = ['valid', 'checkDigitMismatch'] as const;
export type StoredUsccVerdict = (typeof storedUsccVerdicts)[number];

/** Every party on the platform, the operator included. */
export const organisations = table(
  'organisations',
  {
    id: id(),
    kind: choice('kind', organisationKinds).notNull(),
    name: text('name').notNull(),
    shortName: text('short_name'),
    /** Normalised (GB 32100). Null where a party has none or an outside register did not give it. */
    uscc: text('uscc'),
    usccVerdict: choice('uscc_verdict', storedUsccVerdicts),
    /** GB/T 2260, six digits, or a town's nine. Null where an outside register did not give it. */
    regionCode: text('region_code'),
    status: choice('status', organisationStatuses).notNull(),
    /** Why it was rejected or suspended. */
    statusReason: text('status_reason'),
    createdAt: instant('created_at').notNull(),
    version: version(),
  },
  organisation => [
    uniqueIndex('organisations_uscc').on(organisation.uscc),
    index('organisations_kind').on(organisation.kind, organisation.status),
    isOneOf('organisations_kind_known', organisation.kind, organisationKinds),
    isOneOf('organisations_status_known', organisation.status, organisationStatuses),
    isOneOf('organisations_uscc_verdict_known', organisation.usccVerdict, storedUsccVerdicts),
  ],
);

export type Organisation = typeof organisations.$inferSelect;

export const userStatuses = ['pending', 'active', 'disabled'] as const;
export type UserStatus = (typeof userStatuses)[number];

/** A person, or a machine, that acts for one organisation. */
export const users = table(
  'users',
  {
    id: id(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** Lower-case; what one signs in with. */
    username: text('username').notNull(),
    name: text('name').notNull(),
    passwordHash: text('password_hash').notNull(),
    role: choice('role', roles).notNull(),
    status: choice('status', userStatuses).notNull(),
    /** Why it was disabled, or its claim not confirmed. */
    statusReason: text('status_reason'),
    /** Wrong passwords since the last right one. */
    failedAttempts: integer('failed_attempts').notNull().default(0),
    lockedUntil: instant('locked_until'),
    createdAt: instant('created_at').notNull(),
    version: version(),
  },
  user => [
    uniqueIndex('users_username').on(user.username),
    index('users_organisation').on(user.organisationId),
    isOneOf('users_role_known', user.role, roles),
    isOneOf('users_status_known', user.status, userStatuses),
  ],
);

export type User = typeof users.$inferSelect;

export const sessionKinds = ['cookie', 'bearer'] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** One sign-in. The token itself is known to its holder alone; the id is its SHA-256 in hexadecimal. */
export const sessions = table(
  'sessions',
  {
    id: id(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    kind: choice('kind', sessionKinds).notNull(),
    /** What a bearer token is for, in the words of the person who issued it. */
    label: text('label'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
  },
  session => [index('sessions_user').on(session.userId), isOneOf('sessions_kind_known', session.kind, sessionKinds)],
);

export type Session = typeof sessions.$inferSelect;

/** Users whose password is printed on the sign-in page: only a demo world has any. A changed password ends it. */
export const demoAccounts = table('demo_accounts', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id),
  password: text('password').notNull(),
  /** Its place on the page. */
  place: integer('place').notNull(),
});
