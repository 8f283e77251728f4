import { and, eq, inArray } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import type { CalendarDate } from '../../shared/dates';
import type { Fen } from '../../shared/money';
import type { ApplicationState } from '../applications/lifecycle';
import { applications } from '../applications/tables';
import { isOpen } from '../deals/access';
import { matchedTransactions } from '../deals/tables';
import type { GuarantorStanding } from '../riskSharing/limits';
import { capitalOf } from '../riskSharing/queries';
import { repaidOf } from '../riskSharing/standing';
import { guaranteeDecisions, guarantees } from './tables';

/** Credit that was granted and can still be paid out. */
const grantedStates: readonly ApplicationState[] = ['approved', 'contractIssued', 'signed'];

export type Liability = { readonly guaranteeId: string; readonly enterpriseId: string; readonly fen: Fen };

/**
 * What an organisation answers for today, guarantee by guarantee: its part of all credit that it has agreed to and that can still be
 * paid out, and of what is still owed of the loans that run. What it has compensated it no longer answers for.
 */
export async function liabilitiesOf(read: Reader, organisationId: string): Promise<Liability[]> {
  const agreed = await read
    .select({
      guaranteeId: guarantees.id,
      enterpriseId: guarantees.enterpriseId,
      amountFen: guarantees.amountFen,
      liabilityFen: guaranteeDecisions.liabilityFen,
      loan: { id: matchedTransactions.id, amountFen: matchedTransactions.amountFen, state: matchedTransactions.state },
    })
    .from(guaranteeDecisions)
    .innerJoin(guarantees, eq(guarantees.id, guaranteeDecisions.guaranteeId))
    .innerJoin(applications, eq(applications.id, guarantees.id))
    .leftJoin(matchedTransactions, eq(matchedTransactions.applicationId, guarantees.id))
    .where(
      and(
        eq(guaranteeDecisions.organisationId, organisationId),
        eq(guaranteeDecisions.state, 'approved'),
        inArray(applications.state, ['guaranteePending', ...grantedStates, 'disbursed']),
      ),
    );
  const repaid = await repaidOf(
    read,
    agreed.flatMap(({ loan }) => loan?.id ?? []),
  );
  return agreed
    .filter(({ loan }) => loan === null || isOpen(loan.state))
    .map(({ guaranteeId, enterpriseId, amountFen, liabilityFen, loan }) => {
      const openFen = loan === null ? amountFen : loan.amountFen - (repaid.get(loan.id)?.principalFen ?? 0);
      return { guaranteeId, enterpriseId, fen: Number((BigInt(liabilityFen) * BigInt(openFen)) / BigInt(amountFen)) };
    });
}

/**
 * What a guarantor's limits are reckoned from for one firm, its affiliates named by their ids; null where it has not stated its
 * capital, without which nothing can be reckoned.
 */
export async function guarantorStanding(
  read: Reader,
  asked: {
    readonly guarantorId: string;
    readonly enterpriseId: string;
    readonly affiliateIds: readonly string[];
    readonly today: CalendarDate;
  },
): Promise<GuarantorStanding | null> {
  const [capital, liabilities] = await Promise.all([
    capitalOf(read, asked.guarantorId, asked.today),
    liabilitiesOf(read, asked.guarantorId),
  ]);
  if (!capital) return null;
  const { netAssetsFen, isSmallAndFarm, outsideLiabilityFen } = capital;
  const sumOf = (counts: (liability: Liability) => boolean) => liabilities.filter(counts).reduce((sum, { fen }) => sum + fen, 0);
  return {
    netAssetsFen,
    isSmallAndFarm,
    liabilityFen: outsideLiabilityFen + sumOf(() => true),
    firmFen: sumOf(({ enterpriseId }) => enterpriseId === asked.enterpriseId),
    affiliatesFen: sumOf(({ enterpriseId }) => asked.affiliateIds.includes(enterpriseId)),
  };
}
