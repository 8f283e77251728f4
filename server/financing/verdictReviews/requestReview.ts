import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../audit/record';
import { readCalendar } from '../../calendar/queries';
import { nthWorkingDayAfter } from '../../calendar/workingDays';
import type { ActorContext } from '../../context';
import { isUniqueViolation } from '../../database/problems';
import { engineVersion } from '../../matching/match';
import { products } from '../../products/tables';
import { parseInput } from '../../shared/input';
import { conflict } from '../../shared/refusals';
import { matchOf } from '../matches/queries';
import { readRequest, type StatedRequest } from '../matches/request';
import { reviewDays } from './lifecycle';
import { type VerdictReview, verdictReviews } from './tables';
import { tellOfReview } from './tellOfReview';

export type RequestReviewInput = {
  readonly productId: string;
  /** What the firm asked for when it was told the verdict; null: nothing in particular. */
  readonly request: StatedRequest | null;
  readonly statement: string;
};

const shape = z.object({ statement: z.string().trim().min(10).max(500) });

/**
 * The actor's firm asks that people of the bank look at the verdict "not eligible" on one of its products (个人信息保护法 24). The
 * verdict is drawn anew, and the clauses that fail go to the bank, without what was measured. Answered within five working days.
 * Refuses a product not in force (as not found), a statement of fewer than ten characters, a product that the firm is not kept
 * out of, and a second review while one is open.
 */
export async function requestReview(context: ActorContext, input: RequestReviewInput): Promise<VerdictReview> {
  const { actor, db, now, today, newId } = context;
  const { statement } = parseInput(shape, { statement: input.statement });
  const match = await matchOf(context, input.productId, { request: readRequest(input.request) });
  if (match.verdict !== 'notEligible') throw notKeptOut();
  const { institutionId } = await institutionOf(context, match.productId);
  const review: VerdictReview = {
    id: newId(),
    enterpriseId: actor.organisationId,
    institutionId,
    productId: match.productId,
    productVersionId: match.versionId,
    state: 'open',
    openKey: `${actor.organisationId} ${match.productId}`,
    clauses: match.findings.filter(({ verdict }) => verdict === 'unmet').map(({ path, text }) => ({ path, text })),
    engineVersion,
    statement,
    askedBy: actor.userId,
    askedAt: now,
    dueOn: nthWorkingDayAfter(await readCalendar(db.read), today, reviewDays),
    reasonCode: null,
    answer: null,
    answeredBy: null,
    answeredAt: null,
    version: 1,
  };
  try {
    await db.write(async tx => {
      await tx.insert(verdictReviews).values(review);
      await tellOfReview(tx, context, 'requestVerdictReview', review);
      await record(tx, context, {
        verb: 'requestVerdictReview',
        subject: { kind: 'verdictReview', id: review.id },
        details: { productId: review.productId, clauses: review.clauses.map(({ path }) => path), dueOn: review.dueOn },
      });
    });
  } catch (error) {
    throw isUniqueViolation(error) ? underReview() : error;
  }
  return review;
}

async function institutionOf({ db }: ActorContext, productId: string) {
  const [product] = await db.read
    .select({ institutionId: products.institutionId })
    .from(products)
    .where(eq(products.id, productId));
  if (!product) throw new RangeError(`a product in force that is not there: ${productId}`);
  return product;
}

const notKeptOut = () =>
  conflict(
    {
      zh: '按现有数据，这个产品并未被判为「不符合」，可以直接申请。',
      en: 'By what is known, this product is not closed to you: apply for it.',
    },
    { rule: 'verdictReview.notKeptOut' },
  );

const underReview = () =>
  conflict(
    {
      zh: '这个产品的人工复核正在进行，请等待答复。',
      en: 'People are looking at this product for you already: wait for the answer.',
    },
    { rule: 'verdictReview.open' },
  );
