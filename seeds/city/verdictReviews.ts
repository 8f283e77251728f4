import { eq } from 'drizzle-orm';
import type { ActorContext } from '../../server/context';
import { matchesOf } from '../../server/financing/matches/queries';
import { answerReview } from '../../server/financing/verdictReviews/answerReview';
import { requestReview } from '../../server/financing/verdictReviews/requestReview';
import { users } from '../../server/identity/tables';
import { products } from '../../server/products/tables';
import type { Actor } from '../../server/shared/actor';
import { asOf } from '../contexts';
import { actorsWhere } from './actors';
import { momentOf, Workdays } from './workdays';

/** Two products of the demo's bank that the demo's firm does not qualify for: people look at one, and have looked at the other. */
export async function seedVerdictReviews(context: ActorContext): Promise<void> {
  const { read } = context.db;
  const [firm] = await actorsWhere(read, eq(users.username, 'firm'));
  const [bank] = await actorsWhere(read, eq(users.username, 'bank'));
  if (!firm || !bank) throw new Error('seed the identities first');
  const own = await read.select({ id: products.id }).from(products).where(eq(products.institutionId, bank.organisationId));
  const asking = on(context, firm, 3);
  const request = { amountFen: null };
  const { items } = await matchesOf(asking, { page: 1, perPage: 200, filter: { verdict: 'notEligible' } }, { request: null });
  const [first, second] = items.filter(({ productId }) => own.some(({ id }) => id === productId));
  if (first)
    await requestReview(asking, {
      productId: first.productId,
      request,
      statement: '本企业近期已取得长期供货合同，经营情况与系统数据不同，请客户经理实地了解。',
    });
  if (!second) return;
  const { id, version } = await requestReview(on(context, firm, 8), {
    productId: second.productId,
    request,
    statement: '本企业主要设备已完成更新，订单充足，请人工评估还款能力。',
  });
  await answerReview(on(context, bank, 5), {
    id,
    version,
    input: { outcome: 'admitted', answer: '经客户经理电话了解，订单真实，可以提交申请，由我行人工评估。' },
  });
}

const on = (context: ActorContext, actor: Actor, daysAgo: number): ActorContext => ({
  ...asOf(context, momentOf(Workdays.before(context.today, daysAgo), 0.1)),
  actor,
});
