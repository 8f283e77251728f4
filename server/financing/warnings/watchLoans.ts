import { setImmediate } from 'node:timers/promises';
import { and, eq, inArray, min } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { inForceOn } from '../../enterprises/consents/queries';
import { consents } from '../../enterprises/consents/tables';
import { readRecords } from '../../enterprises/records/readRecords';
import { organisations } from '../../identity/tables';
import { send } from '../../messages/send';
import { steps } from '../../messages/steps';
import type { CalendarDate } from '../../shared/dates';
import { openStates } from '../deals/lifecycle';
import { matchedTransactions } from '../deals/tables';
import { type Sign, signsIn, watchedClasses } from './signs';
import { type EarlyWarning, earlyWarnings } from './tables';

type Watch = { readonly institutionId: string; readonly enterpriseId: string; readonly since: CalendarDate };

/**
 * Looks at the records of every firm that owes a bank to which it has given a consent to watch over its loan, and warns that
 * bank of what has turned since it lent. Each reading is in the firm's access log as the bank's; classes that need a consent are
 * read as far as it goes. What a bank was warned of once it is not warned of again. Answers how many warnings are new.
 */
export async function watchLoans(context: ActorContext): Promise<number> {
  let raised = 0;
  for (const watch of await watchesOn(context)) {
    const { records } = await readRecords(context, {
      enterpriseId: watch.enterpriseId,
      readerOrganisationId: watch.institutionId,
      purpose: 'postLoan',
      dataClasses: watchedClasses,
    });
    const signs = signsIn(records, watch.since);
    if (signs.length > 0) raised += await context.db.write(tx => warn(tx, context, watch, signs));
    // Whoever waits for an answer has a turn in between.
    await setImmediate();
  }
  return raised;
}

async function watchesOn({ db, today }: ActorContext): Promise<Watch[]> {
  const { institutionId, enterpriseId, disbursedOn, state } = matchedTransactions;
  const rows = await db.read
    .select({ institutionId, enterpriseId, since: min(disbursedOn) })
    .from(matchedTransactions)
    .innerJoin(
      consents,
      and(
        eq(consents.enterpriseId, enterpriseId),
        eq(consents.recipientId, institutionId),
        eq(consents.purpose, 'postLoan'),
        inForceOn(today),
      ),
    )
    .where(inArray(state, [...openStates]))
    .groupBy(institutionId, enterpriseId)
    .orderBy(institutionId, enterpriseId);
  return rows.flatMap(row => (row.since === null ? [] : [{ ...row, since: row.since }]));
}

async function warn(tx: Tx, context: ActorContext, watch: Watch, signs: readonly Sign[]): Promise<number> {
  const { institutionId, enterpriseId } = watch;
  const known = await tx
    .select({ rule: earlyWarnings.rule, key: earlyWarnings.key })
    .from(earlyWarnings)
    .where(and(eq(earlyWarnings.institutionId, institutionId), eq(earlyWarnings.enterpriseId, enterpriseId)));
  const isKnown = (sign: Sign) => known.some(({ rule, key }) => rule === sign.rule && key === sign.key);
  const [firm] = await tx.select({ name: organisations.name }).from(organisations).where(eq(organisations.id, enterpriseId));
  let raised = 0;
  for (const { rule, key, figures } of signs.filter(sign => !isKnown(sign))) {
    const warning: EarlyWarning = {
      id: context.newId(),
      institutionId,
      enterpriseId,
      rule,
      key,
      figures,
      state: 'raised',
      result: null,
      note: null,
      raisedAt: context.now,
      resolvedAt: null,
      version: 1,
    };
    await tx.insert(earlyWarnings).values(warning);
    await send(
      tx,
      context,
      steps.raiseWarning.map(kind => ({
        recipientId: institutionId,
        kind,
        occasion: warning.id,
        payload: { firm: firm?.name ?? '', rule, figures },
      })),
    );
    await record(tx, context, {
      verb: 'raiseWarning',
      subject: { kind: 'warning', id: warning.id },
      details: { institutionId, enterpriseId, rule, key },
    });
    raised += 1;
  }
  return raised;
}
