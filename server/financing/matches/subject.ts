import { eq, sql } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { prepared } from '../../database/prepared';
import { enterprises } from '../../enterprises/tables';
import { type FirmFacts, factsOfFirm } from '../../matchmaking/factsOfFirm';
import type { CalendarDate } from '../../shared/dates';
import { invalidInput, notAllowed } from '../../shared/refusals';

/** A firm as matching sees it on a day. */
export type Subject = FirmFacts & { readonly on: CalendarDate };

/** The day that a question is about: today where it names none. Refuses a day to come. */
export function dayAsked({ today }: Pick<ActorContext, 'today'>, on?: CalendarDate | null): CalendarDate {
  if (on && on > today)
    throw invalidInput('on', on, 'on.future', {
      zh: `不能按将来的日期 ${on} 匹配，请选择 ${today} 或更早的日期。`,
      en: `Matching cannot look ahead to ${on}: choose ${today} or an earlier day.`,
    });
  return on ?? today;
}

/**
 * The actor's own firm on a day, today where none is named: what its consent to matching lets the operator read, the rest
 * unknown. A read is logged (see `factsOfFirm`). Refuses a day to come, and whoever is no firm.
 */
export async function subjectOf(context: ActorContext, day?: CalendarDate | null): Promise<Subject> {
  const on = dayAsked(context, day);
  const enterpriseId = context.actor.organisationId;
  if ((await registered(context.db.read, { enterpriseId })).length === 0)
    throw notAllowed(
      { zh: '只有企业可以查看产品匹配。', en: 'Only a firm is matched with products.' },
      { rule: 'organisationKind' },
    );
  return { ...(await factsOfFirm(context, enterpriseId, on)), on };
}

const registered = prepared((read: Reader) =>
  read
    .select({ id: enterprises.id })
    .from(enterprises)
    .where(eq(enterprises.id, sql.placeholder('enterpriseId'))),
);
