import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { loadParties, PartyType } from '../../enterprises/types';
import { Allow, signedIn, working } from '../../graphql/guard';
import { loaderOf } from '../../graphql/loader';
import { loadVersions } from '../../products/loaders';
import type { Page } from '../../shared/list';
import type { Application } from '../applications/tables';
import { ApplicationType } from '../applications/types';
import { MatchRequestInput } from '../matches/types';
import { answerReview } from './answerReview';
import { admittedReviewsOf, listReviews } from './queries';
import { requestReview } from './requestReview';
import { AnswerVerdictReviewInput, reviewShape, VerdictReviewListInput, VerdictReviewPage, VerdictReviewType } from './types';
import { withdrawReview } from './withdrawReview';

@Resolver(() => VerdictReviewType)
export class VerdictReviewResolver {
  @Allow(['enterprise', 'bank'])
  @Query(() => VerdictReviewPage, { description: 'The reviews that your firm asked for, or that are asked of your bank.' })
  async verdictReviews(
    @Ctx() context: RequestContext,
    @Arg('list', () => VerdictReviewListInput, { defaultValue: {} }) list: VerdictReviewListInput,
  ): Promise<Page<VerdictReviewType>> {
    const { items, total } = await listReviews(signedIn(context), list);
    return { items: items.map(review => reviewShape(review, signedIn(context))), total };
  }

  @Allow(['enterprise'], working)
  @Mutation(() => VerdictReviewType, { description: 'Asks people of the bank to look at the verdict "not eligible".' })
  async requestVerdictReview(
    @Ctx() context: RequestContext,
    @Arg('productId', () => ID) productId: string,
    @Arg('statement', () => String, { description: 'Why people would judge otherwise, in ten characters or more.' })
    statement: string,
    @Arg('request', () => MatchRequestInput, { nullable: true }) request?: MatchRequestInput | null,
  ): Promise<VerdictReviewType> {
    const input = { productId, statement, request: request ?? null };
    return reviewShape(await requestReview(signedIn(context), input), signedIn(context));
  }

  @Allow(['bank'], working)
  @Mutation(() => VerdictReviewType)
  async answerVerdictReview(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => AnswerVerdictReviewInput) input: AnswerVerdictReviewInput,
  ): Promise<VerdictReviewType> {
    return reviewShape(await answerReview(signedIn(context), { id, version, input }), signedIn(context));
  }

  @Allow(['enterprise'], working)
  @Mutation(() => VerdictReviewType)
  async withdrawVerdictReview(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<VerdictReviewType> {
    return reviewShape(await withdrawReview(signedIn(context), { id, version }), signedIn(context));
  }

  @FieldResolver(() => PartyType)
  enterprise(@Root() { record }: VerdictReviewType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(record.enterpriseId);
  }

  @FieldResolver(() => PartyType)
  institution(@Root() { record }: VerdictReviewType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(record.institutionId);
  }

  @FieldResolver(() => String, { description: 'The name of the product.' })
  async productName(@Root() { record }: VerdictReviewType, @Ctx() context: RequestContext): Promise<string> {
    return (await loaderOf(context, loadVersions).load(record.productVersionId)).name;
  }
}

const loadAdmitted = ({ db }: RequestContext, applications: readonly Application[]) => admittedReviewsOf(db.read, applications);

@Resolver(() => ApplicationType)
export class ApplicationReviewResolver {
  @FieldResolver(() => VerdictReviewType, {
    nullable: true,
    description: 'By which the bank agreed to look at the firm by hand, whatever clause the engine finds unmet.',
  })
  async verdictReview(@Root() { record }: ApplicationType, @Ctx() context: RequestContext): Promise<VerdictReviewType | null> {
    const review = await loaderOf(context, loadAdmitted).load(record);
    return review && reviewShape(review, signedIn(context));
  }
}
