import { sql } from 'drizzle-orm';
import { check, id, index, instant, money, table, text, uniqueIndex, version } from '../../database/columns';
import { organisations } from '../../identity/tables';
import type { CalendarMonth } from '../../shared/dates';

/** What one institution reports of one month of its business in the city. A correction writes over it; the audit keeps both. */
export const institutionReports = table(
  'institution_reports',
  {
    id: id(),
    institutionId: text('institution_id')
      .notNull()
      .references(() => organisations.id),
    /** `YYYY-MM`. */
    month: text('month').$type<CalendarMonth>().notNull(),
    /** Balances at the end of the month. */
    depositsFen: money('deposits_fen').notNull(),
    loansFen: money('loans_fen').notNull(),
    /** Loans granted in the month, and Σ amount × rate of them: sums add up over institutions, averages do not. */
    newLoansFen: money('new_loans_fen').notNull(),
    newLoansWeightedRateFenBps: money('new_loans_weighted_rate_fen_bps').notNull(),
    /** Bonds and shares of non-financial firms that it placed in the year so far. */
    directFinancingFen: money('direct_financing_fen').notNull(),
    reportedAt: instant('reported_at').notNull(),
    version: version(),
  },
  report => [
    uniqueIndex('institution_reports_month').on(report.institutionId, report.month),
    index('institution_reports_by_month').on(report.month),
    check('institution_reports_balances', sql`${report.depositsFen} >= 0 and ${report.loansFen} >= 0`),
    check('institution_reports_flows', sql`${report.newLoansFen} >= 0 and ${report.directFinancingFen} >= 0`),
    check('institution_reports_rate', sql`${report.newLoansWeightedRateFenBps} between 0 and ${report.newLoansFen} * 10000`),
  ],
);

export type InstitutionReport = typeof institutionReports.$inferSelect;
