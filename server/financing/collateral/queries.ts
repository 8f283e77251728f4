import { asc, eq } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import { rowsBy } from '../../database/rows';
import type { Fen } from '../../shared/money';
import { bpsPerUnit } from '../../shared/rate';
import { conflict } from '../../shared/refusals';
import type { DealState } from '../deals/lifecycle';
import { matchedTransactions } from '../deals/tables';
import type { Offer } from '../offers/tables';
import { isCollateralKind } from './kinds';
import { type Collateral, collaterals } from './tables';

/** The collateral of each application, as it was stated, in the order asked for. */
export async function collateralsOf(read: Reader, applicationIds: readonly string[]): Promise<Collateral[][]> {
  const found = await collateralsByApplicationId(read, applicationIds);
  return applicationIds.map(id => found.filter(({ applicationId }) => applicationId === id));
}

/** Where the loan of an application stands; null before it is paid out. */
export async function loanStateOf(read: Reader, applicationId: string): Promise<DealState | null> {
  const [loan] = await read
    .select({ state: matchedTransactions.state })
    .from(matchedTransactions)
    .where(eq(matchedTransactions.applicationId, applicationId));
  return loan?.state ?? null;
}

/** A loan as a part of what its collateral is worth, in basis points, rounded up; null where nothing has a value yet. */
export function loanToValueBps(loanFen: Fen, pledged: readonly Pick<Collateral, 'state' | 'valueFen'>[]): number | null {
  const valueFen = valuedFen(pledged);
  if (valueFen === 0) return null;
  return Number((BigInt(loanFen) * BigInt(bpsPerUnit) + BigInt(valueFen) - 1n) / BigInt(valueFen));
}

/** What the collateral is worth that has a value both sides stand by. */
export const valuedFen = (pledged: readonly Pick<Collateral, 'state' | 'valueFen'>[]): Fen =>
  pledged
    .filter(({ state }) => state === 'valued' || state === 'registered')
    .reduce((sum, { valueFen }) => sum + (valueFen ?? 0), 0);

/** Refuses to pay out a loan whose offer names a pledge or mortgage that is not registered yet. */
export async function checkPledged(
  read: Reader,
  { applicationId, securities }: Pick<Offer, 'applicationId' | 'securities'>,
): Promise<void> {
  const needed = securities.filter(isCollateralKind);
  if (needed.length === 0) return;
  const [pledged = []] = await collateralsOf(read, [applicationId]);
  const missing = needed.find(kind => !pledged.some(each => each.kind === kind && each.state === 'registered'));
  if (missing === undefined) return;
  throw conflict(
    {
      zh: '报价约定的抵质押物尚未登记，不能放款。请先在「抵质押物」中完成估值和登记。',
      en: 'The collateral that the offer asks for is not registered yet: have it valued and registered before paying out.',
    },
    { rule: 'disburse.pledge', security: missing },
  );
}

const collateralsByApplicationId = rowsBy(collaterals, collaterals.applicationId, asc(collaterals.statedAt), asc(collaterals.id));
