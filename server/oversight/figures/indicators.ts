import { and, countDistinct, eq } from 'drizzle-orm';
import type { Context } from '../../context';
import { organisations } from '../../identity/tables';
import type { CalendarMonth, Instant } from '../../shared/dates';
import type { DisclosedFigure } from '../disclosure/disclosedFigure';
import type { Measure } from '../measures/measure';
import { measureTable } from '../measures/measureTable';
import { readMonth } from '../measures/period';
import { indicatorMeasures } from '../measures/registry';
import { institutionReports } from '../reports/tables';

/** One line of the month's report; a value that is null and not hidden was not reported. */
export type Indicator = { readonly measure: Measure } & DisclosedFigure;

export type Indicators = {
  readonly month: CalendarMonth;
  readonly asOf: Instant;
  /** How many banks have reported the month, of those at work. */
  readonly banksReported: number;
  readonly banksAtWork: number;
  readonly items: readonly Indicator[];
};

/** The indicators of the yearly report on the city's finance, for one month (`YYYY-MM`). Refuses what is no month. */
export async function indicatorsOf(context: Pick<Context, 'db' | 'now' | 'today'>, asked: string): Promise<Indicators> {
  const month = readMonth('month', asked);
  const items = await Promise.all(indicatorMeasures.map(measure => indicatorOf(context, measure, month)));
  const { read } = context.db;
  const [[reported], [atWork]] = await Promise.all([
    read
      .select({ banks: countDistinct(institutionReports.institutionId) })
      .from(institutionReports)
      .where(eq(institutionReports.month, month)),
    read
      .select({ banks: countDistinct(organisations.id) })
      .from(organisations)
      .where(and(eq(organisations.kind, 'bank'), eq(organisations.status, 'active'))),
  ]);
  return { month, asOf: context.now, banksReported: reported?.banks ?? 0, banksAtWork: atWork?.banks ?? 0, items };
}

async function indicatorOf(
  context: Pick<Context, 'db' | 'now' | 'today'>,
  measure: Measure,
  month: CalendarMonth,
): Promise<Indicator> {
  const { rows } = await measureTable(context, { name: measure.name, groupBy: [], from: month, to: month });
  return { measure, value: rows[0]?.value ?? null, isHidden: rows[0]?.isHidden ?? false };
}
