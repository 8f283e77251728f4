import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn, working } from '../../graphql/guard';
import { loaderOf } from '../../graphql/loader';
import { loadApplications } from '../applications/loaders';
import { ApplicationType, applicationShape } from '../applications/types';
import type { CostSheet } from '../cost/costSheet';
import { restFenOf } from '../demands/access';
import { loadDemands } from '../demands/loaders';
import type { RepaymentSchedule } from '../repayment/schedule';
import { loadSigningLimits } from '../signingLimits/loaders';
import { loadSupports } from '../subsidies/support';
import { OfferSupportType, supportShape } from '../subsidies/types';
import { acceptOffer } from './acceptOffer';
import { verbsOnOffer } from './access';
import { amendApproval } from './amendApproval';
import { declineOffer } from './declineOffer';
import { reckoned, scheduleOf } from './figures';
import { makeOffer } from './makeOffer';
import { previewOffer } from './previewOffer';
import { CostSheetType, RepaymentScheduleType } from './scheduleTypes';
import type { Offer } from './tables';
import { OfferInputType, OfferPreviewType, OfferType, offerInput, offerShape } from './types';
import { withdrawOffer } from './withdrawOffer';

@Resolver(() => OfferType)
export class OfferResolver {
  @Allow(['bank'])
  @Query(() => OfferPreviewType, { description: 'What an offer on an application would cost; refused as making it would be.' })
  offerPreview(
    @Ctx() context: RequestContext,
    @Arg('applicationId', () => ID) applicationId: string,
    @Arg('input', () => OfferInputType) input: OfferInputType,
  ): Promise<OfferPreviewType> {
    return previewOffer(signedIn(context), { applicationId, input: offerInput(input) });
  }

  @Allow(['bank'], working)
  @Mutation(() => OfferType, { description: 'Makes a binding offer on the application.' })
  async makeOffer(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Of the application.' }) id: string,
    @Arg('version', () => Int, { description: 'Of the application.' }) version: number,
    @Arg('input', () => OfferInputType) input: OfferInputType,
  ): Promise<OfferType> {
    return shapeOf(context, await makeOffer(signedIn(context), { id, version, input: offerInput(input) }));
  }

  @Allow(['bank'], working)
  @Mutation(() => OfferType, { description: 'Changes a granted credit in favour of the firm; worse terms are refused.' })
  async amendApproval(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Of the application.' }) id: string,
    @Arg('version', () => Int, { description: 'Of the application.' }) version: number,
    @Arg('input', () => OfferInputType) input: OfferInputType,
  ): Promise<OfferType> {
    return shapeOf(context, await amendApproval(signedIn(context), { id, version, input: offerInput(input) }));
  }

  @Allow(['bank'], working)
  @Mutation(() => OfferType)
  async withdrawOffer(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reason', () => String) reason: string,
  ): Promise<OfferType> {
    return shapeOf(context, await withdrawOffer(signedIn(context), { id, version, reason }));
  }

  @Allow(['enterprise'], working)
  @Mutation(() => OfferType, {
    description: 'Takes the offer; once the need is met, every other application under the demand lapses.',
  })
  async acceptOffer(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<OfferType> {
    return shapeOf(context, await acceptOffer(signedIn(context), { id, version }));
  }

  @Allow(['enterprise'], working)
  @Mutation(() => OfferType)
  async declineOffer(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reason', () => String) reason: string,
  ): Promise<OfferType> {
    return shapeOf(context, await declineOffer(signedIn(context), { id, version, reason }));
  }

  @FieldResolver(() => RepaymentScheduleType, { description: 'As if it were disbursed on `reckonedOn`.' })
  schedule(@Root() { record }: OfferType): RepaymentSchedule {
    return scheduleOf(record, record.reckonedOn);
  }

  @FieldResolver(() => CostSheetType)
  costSheet(@Root() { record }: OfferType): CostSheet {
    return reckoned(record, record.reckonedOn).costSheet;
  }

  @FieldResolver(() => OfferSupportType, { description: 'As if it were disbursed on `reckonedOn`.' })
  async support(@Root() { record, over }: OfferType, @Ctx() context: RequestContext): Promise<OfferSupportType> {
    return supportShape(await loaderOf(context, loadSupports).load({ offer: record, application: over }));
  }

  @FieldResolver(() => [String])
  async allowedVerbs(@Root() { record, over }: OfferType, @Ctx() context: RequestContext): Promise<readonly string[]> {
    const { demand, course } = await loaderOf(context, loadDemands).load(over.demandId);
    const { actor, today } = signedIn(context);
    const signingLimitFen = await loaderOf(context, loadSigningLimits).load(actor);
    return verbsOnOffer(actor, over, record, { today, restFen: restFenOf(demand, course), signingLimitFen });
  }

  @FieldResolver(() => ApplicationType)
  async application(@Root() { applicationId }: OfferType, @Ctx() context: RequestContext): Promise<ApplicationType> {
    return applicationShape(signedIn(context), await loaderOf(context, loadApplications).load(applicationId));
  }
}

const shapeOf = async (context: RequestContext, offer: Offer): Promise<OfferType> =>
  offerShape(context.today, await loaderOf(context, loadApplications).load(offer.applicationId), offer);
