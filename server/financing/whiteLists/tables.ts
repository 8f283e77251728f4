import { sql } from 'drizzle-orm';
import {
  check,
  choice,
  date,
  id,
  index,
  instant,
  isOneOf,
  primaryKey,
  table,
  text,
  uniqueIndex,
  version,
} from '../../database/columns';
import { enterprises } from '../../enterprises/tables';
import { organisations, users } from '../../identity/tables';

/** What came of a bank's contact with a listed firm. */
export const contactResults = ['interested', 'later', 'noNeed', 'unsuitable', 'unreachable'] as const;
export type ContactResult = (typeof contactResults)[number];

/** A department's list of firms that it recommends to banks, for a purpose and until a day. */
export const whiteLists = table(
  'white_lists',
  {
    id: id(),
    departmentId: text('department_id')
      .notNull()
      .references(() => organisations.id),
    name: text('name').notNull(),
    purpose: text('purpose').notNull(),
    /** The last day on which banks see it. */
    validUntil: date('valid_until').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
  },
  list => [uniqueIndex('white_lists_name').on(list.departmentId, list.name)],
);

export type WhiteList = typeof whiteLists.$inferSelect;

/** The banks that a list was pushed to. */
export const whiteListBanks = table(
  'white_list_banks',
  {
    listId: text('list_id')
      .notNull()
      .references(() => whiteLists.id),
    institutionId: text('institution_id')
      .notNull()
      .references(() => organisations.id),
  },
  bank => [
    primaryKey({ columns: [bank.listId, bank.institutionId] }),
    index('white_list_banks_institution').on(bank.institutionId),
  ],
);

/** A firm on a list, until it takes itself off. */
export const whiteListEntries = table(
  'white_list_entries',
  {
    id: id(),
    listId: text('list_id')
      .notNull()
      .references(() => whiteLists.id),
    enterpriseId: text('enterprise_id')
      .notNull()
      .references(() => enterprises.id),
    leftAt: instant('left_at'),
    /** Why it left: its objection, for the department to read. */
    leaveReason: text('leave_reason'),
    version: version(),
  },
  entry => [
    uniqueIndex('white_list_entries_firm').on(entry.listId, entry.enterpriseId),
    index('white_list_entries_enterprise').on(entry.enterpriseId),
    check('white_list_entries_left', sql`(${entry.leftAt} is null) = (${entry.leaveReason} is null)`),
  ],
);

export type WhiteListEntry = typeof whiteListEntries.$inferSelect;

/** A bank's contact with a listed firm: when, what came of it, and when again. Only ever added to. */
export const whiteListContacts = table(
  'white_list_contacts',
  {
    id: id(),
    entryId: text('entry_id')
      .notNull()
      .references(() => whiteListEntries.id),
    institutionId: text('institution_id')
      .notNull()
      .references(() => organisations.id),
    contactedOn: date('contacted_on').notNull(),
    result: choice('result', contactResults).notNull(),
    note: text('note'),
    nextOn: date('next_on'),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
  },
  contact => [
    index('white_list_contacts_entry').on(contact.entryId, contact.institutionId),
    isOneOf('white_list_contacts_result_known', contact.result, contactResults),
    check('white_list_contacts_next', sql`${contact.nextOn} is null or ${contact.nextOn} >= ${contact.contactedOn}`),
  ],
);

export type WhiteListContact = typeof whiteListContacts.$inferSelect;
