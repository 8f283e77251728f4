import { and, asc, eq } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { rowById } from '../../database/rows';
import { organisations } from '../../identity/tables';
import { matchFirms } from '../tables';
import { type MatchAlert, matchAlerts } from './tables';

export type MatchAlertWish = Pick<MatchAlert, 'isOn' | 'label' | 'amountFenMin'>;

const off: MatchAlertWish = { isOn: false, label: null, amountFenMin: null };

/** What the actor's own firm wants to be told; nothing, until it asked. */
export async function matchAlertOf({ db, actor }: Pick<ActorContext, 'db' | 'actor'>): Promise<MatchAlertWish> {
  const alert = await rowById(db.read, matchAlerts, actor.organisationId);
  return alert ?? off;
}

export type NumberedWish = MatchAlertWish & { readonly enterpriseId: string; readonly number: number };

/** The active firms that want to be told, by their numbers. */
export const wishesToBeTold = (read: Reader): Promise<NumberedWish[]> =>
  read
    .select({
      enterpriseId: matchAlerts.id,
      number: matchFirms.number,
      isOn: matchAlerts.isOn,
      label: matchAlerts.label,
      amountFenMin: matchAlerts.amountFenMin,
    })
    .from(matchAlerts)
    .innerJoin(matchFirms, eq(matchFirms.enterpriseId, matchAlerts.id))
    .innerJoin(organisations, eq(organisations.id, matchAlerts.id))
    .where(and(eq(matchAlerts.isOn, true), eq(organisations.status, 'active')))
    .orderBy(asc(matchFirms.number));
