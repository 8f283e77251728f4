import { and, asc, desc, eq, inArray, ne, or } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { selectPage } from '../../database/select';
import { addDays, dayOf } from '../../shared/dates';
import type { ListRequest, Page } from '../../shared/list';
import type { Application } from '../applications/tables';
import { admittedDays } from './lifecycle';
import { type VerdictReview, verdictReviews } from './tables';

export type VerdictReviewFilter = { readonly standing?: 'open' | 'ended' | null; readonly productId?: string | null };

/** The reviews that the actor's firm asked for, or that are asked of its bank: open ones by their last day, else newest first. */
export const listReviews = (
  { db, actor }: ActorContext,
  list: ListRequest & { readonly filter?: VerdictReviewFilter | null },
): Promise<Page<VerdictReview>> => {
  const { standing, productId } = list.filter ?? {};
  return selectPage(db.read, verdictReviews, {
    list,
    where: and(
      or(eq(verdictReviews.enterpriseId, actor.organisationId), eq(verdictReviews.institutionId, actor.organisationId)),
      standing === 'open' ? eq(verdictReviews.state, 'open') : undefined,
      standing === 'ended' ? ne(verdictReviews.state, 'open') : undefined,
      productId ? eq(verdictReviews.productId, productId) : undefined,
    ),
    sorts: { askedAt: verdictReviews.askedAt, dueOn: verdictReviews.dueOn },
    defaultSort: standing === 'open' ? [asc(verdictReviews.dueOn)] : [desc(verdictReviews.askedAt)],
  });
};

/** For each application the review by which its bank agreed, not too long before, to look at the firm by hand; else null. */
export async function admittedReviewsOf(read: Reader, applications: readonly Application[]): Promise<(VerdictReview | null)[]> {
  const found = await read
    .select()
    .from(verdictReviews)
    .where(
      and(
        eq(verdictReviews.state, 'admitted'),
        inArray(verdictReviews.enterpriseId, [...new Set(applications.map(({ enterpriseId }) => enterpriseId))]),
      ),
    )
    .orderBy(desc(verdictReviews.answeredAt));
  return applications.map(
    ({ enterpriseId, productId, submittedAt }) =>
      found.find(
        review =>
          review.enterpriseId === enterpriseId &&
          review.productId === productId &&
          review.answeredAt !== null &&
          review.answeredAt <= submittedAt &&
          dayOf(submittedAt) <= addDays(dayOf(review.answeredAt), admittedDays),
      ) ?? null,
  );
}
