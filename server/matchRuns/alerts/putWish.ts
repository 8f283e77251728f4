import { record } from '../../audit/record';
import type { AuditVerb } from '../../audit/verbs';
import type { ActorContext } from '../../context';
import { rowById } from '../../database/rows';
import type { MatchAlertWish } from './queries';
import { matchAlerts } from './tables';

/** Writes what the actor's own firm wants to be told, which needs no looking up: everybody's wish is its own. */
export async function putWish(context: ActorContext, verb: AuditVerb, wish: MatchAlertWish): Promise<MatchAlertWish> {
  const { db, actor, now } = context;
  const id = actor.organisationId;
  return db.write(async tx => {
    const known = await rowById(tx, matchAlerts, id);
    const values = { ...wish, changedAt: now, version: (known?.version ?? 0) + 1 };
    await tx
      .insert(matchAlerts)
      .values({ id, ...values })
      .onConflictDoUpdate({ target: matchAlerts.id, set: values });
    await record(tx, context, { verb, subject: { kind: 'enterprise', id }, details: wish });
    return wish;
  });
}
