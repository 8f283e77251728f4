import { and, asc, eq } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import { deriveFacts } from '../../enterprises/facts';
import { readRecords } from '../../enterprises/records/readRecords';
import { enterprises } from '../../enterprises/tables';
import { organisations } from '../../identity/tables';
import type { Facts } from '../../matching/facts';
import type { CalendarDate } from '../../shared/dates';
import { invalidInput, notAllowed } from '../../shared/refusals';

/** A firm as matching sees it on a day. */
export type Subject = { readonly facts: Facts; readonly on: CalendarDate };

/**
 * The actor's own firm on a day, today where none is named: what its consent to matching lets the operator read, the rest
 * unknown. The read is logged. Refuses a day to come, and whoever is no firm.
 */
export async function subjectOf(context: ActorContext, day?: CalendarDate | null): Promise<Subject> {
  const on = day ?? context.today;
  if (on > context.today)
    throw invalidInput('on', on, 'on.future', {
      zh: `不能按将来的日期 ${on} 匹配，请选择 ${context.today} 或更早的日期。`,
      en: `Matching cannot look ahead to ${on}: choose ${context.today} or an earlier day.`,
    });
  const enterpriseId = context.actor.organisationId;
  const [[own], [operator]] = await Promise.all([
    context.db.read.select({ id: enterprises.id }).from(enterprises).where(eq(enterprises.id, enterpriseId)),
    context.db.read
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(eq(organisations.kind, 'operator'), eq(organisations.status, 'active')))
      .orderBy(asc(organisations.createdAt), asc(organisations.id))
      .limit(1),
  ]);
  if (!own)
    throw notAllowed(
      { zh: '只有企业可以查看产品匹配。', en: 'Only a firm is matched with products.' },
      { rule: 'organisationKind' },
    );
  if (!operator) throw new Error('the platform has no active operator to match for its firms');
  const { records, withheld } = await readRecords(context, {
    enterpriseId,
    purpose: 'matching',
    readerOrganisationId: operator.id,
  });
  const facts = deriveFacts({ records: records.filter(({ asOf }) => asOf <= on), notConsented: withheld, today: on });
  return { facts, on };
}
