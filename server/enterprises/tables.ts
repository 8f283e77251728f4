import { sql } from 'drizzle-orm';
import { check, choice, date, id, index, instant, isOneOf, money, table, text, uniqueIndex, version } from '../database/columns';
import { organisations } from '../identity/tables';

/** 企业、个体工商户、农民专业合作社: the three kinds of entity that ask for loans. */
export const entityTypes = ['enterprise', 'selfEmployed', 'cooperative'] as const;
export type EntityType = (typeof entityTypes)[number];

/** What the platform knows of a firm beyond its organisation: one row for each organisation of kind `enterprise`. */
export const enterprises = table(
  'enterprises',
  {
    id: id().references(() => organisations.id),
    /** The number another register gave the firm, such as E1; it finds the firm again when that register's data comes. */
    code: text('code'),
    entityType: choice('entity_type', entityTypes).notNull().default('enterprise'),
    industryCode: text('industry_code'),
    foundedOn: date('founded_on'),
    legalRepresentative: text('legal_representative'),
    registeredCapitalFen: money('registered_capital_fen'),
    address: text('address'),
    /** Who brought the row: the firm's own registration, or the file it was imported from. */
    source: text('source').notNull(),
    createdAt: instant('created_at').notNull(),
    version: version(),
  },
  enterprise => [
    uniqueIndex('enterprises_code').on(enterprise.code),
    index('enterprises_industry').on(enterprise.industryCode),
    isOneOf('enterprises_entity_type', enterprise.entityType, entityTypes),
    check('enterprises_capital', sql`${enterprise.registeredCapitalFen} >= 0`),
  ],
);

export type Enterprise = typeof enterprises.$inferSelect;
