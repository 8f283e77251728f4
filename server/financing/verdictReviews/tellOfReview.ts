import { eq, inArray } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { organisations } from '../../identity/tables';
import { send } from '../../messages/send';
import { steps } from '../../messages/steps';
import { productVersions } from '../../products/tables';
import type { VerdictReview } from './tables';

type Verb = 'requestVerdictReview' | 'answerVerdictReview' | 'withdrawVerdictReview';

/** Tells the bank that a review was asked for or taken back, the firm what it came to. */
export async function tellOfReview(tx: Tx, context: ActorContext, verb: Verb, review: VerdictReview): Promise<void> {
  const { id: reviewId, enterpriseId, institutionId, productVersionId, state, dueOn, answer, version } = review;
  const parties = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, [enterpriseId, institutionId]));
  const nameOf = (id: string) => parties.find(party => party.id === id)?.name ?? '';
  const [product] = await tx
    .select({ name: productVersions.name })
    .from(productVersions)
    .where(eq(productVersions.id, productVersionId));
  const payload = {
    reviewId,
    firm: nameOf(enterpriseId),
    institution: nameOf(institutionId),
    product: product?.name ?? '',
    state,
    dueOn,
    answer,
  };
  const recipientId = verb === 'answerVerdictReview' ? enterpriseId : institutionId;
  await send(
    tx,
    context,
    steps[verb].map(kind => ({ recipientId, kind, occasion: `${reviewId}/${version}`, payload })),
  );
}
