import { eq } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { organisations } from '../../identity/tables';
import { send } from '../../messages/send';
import { steps } from '../../messages/steps';
import { productVersions } from '../../products/tables';
import type { MatchedTransaction, Repayment } from './tables';

/** Tells the firm what its lender has recorded, and what is still owed. */
export async function tellOfRepayment(
  tx: Tx,
  context: ActorContext,
  { id: occasion, paidOn, principalFen, interestFen }: Repayment,
  { transaction, balanceFen }: { readonly transaction: MatchedTransaction; readonly balanceFen: number },
): Promise<void> {
  const { id: transactionId, enterpriseId: recipientId, institutionId, productVersionId } = transaction;
  const [institution] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, institutionId));
  const [version] = await tx
    .select({ name: productVersions.name })
    .from(productVersions)
    .where(eq(productVersions.id, productVersionId));
  const payload = {
    transactionId,
    product: version?.name ?? '',
    institution: institution?.name ?? '',
    paidOn,
    principalFen,
    interestFen,
    balanceFen,
  };
  await send(
    tx,
    context,
    steps.recordRepayment.map(kind => ({ recipientId, kind, occasion, payload })),
  );
}
