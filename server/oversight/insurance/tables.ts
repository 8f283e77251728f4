import { sql } from 'drizzle-orm';
import { check, date, id, index, instant, money, table, text, uniqueIndex } from '../../database/columns';
import { enterprises } from '../../enterprises/tables';
import { organisations } from '../../identity/tables';
import { products } from '../../products/tables';

/** One contract of an insurance product with one firm, as its insurer registered it. */
export const insuranceContracts = table(
  'insurance_contracts',
  {
    id: id(),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    insurerId: text('insurer_id')
      .notNull()
      .references(() => organisations.id),
    enterpriseId: text('enterprise_id')
      .notNull()
      .references(() => enterprises.id),
    /** The insurer's own number of the contract: registering it twice is refused. */
    number: text('number').notNull(),
    coverFen: money('cover_fen').notNull(),
    premiumFen: money('premium_fen').notNull(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    registeredAt: instant('registered_at').notNull(),
  },
  contract => [
    uniqueIndex('insurance_contracts_number').on(contract.insurerId, contract.number),
    index('insurance_contracts_product').on(contract.productId, contract.startsOn),
    check('insurance_contracts_amounts', sql`${contract.coverFen} > 0 and ${contract.premiumFen} >= 0`),
    check('insurance_contracts_term', sql`${contract.startsOn} <= ${contract.endsOn}`),
  ],
);

export type InsuranceContract = typeof insuranceContracts.$inferSelect;
