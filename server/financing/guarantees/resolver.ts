import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { loadParties, PartyType } from '../../enterprises/types';
import { Allow, signedIn, working } from '../../graphql/guard';
import { loaderOf } from '../../graphql/loader';
import { versionsByIds } from '../../products/queries';
import type { Page } from '../../shared/list';
import { applicationById, authorisedPairs } from '../applications/queries';
import type { ReasonCode } from '../applications/reasons';
import type { Application } from '../applications/tables';
import { ApplicationType, applicationShape } from '../applications/types';
import type { Clock } from '../clock/clock';
import { clocksOf } from '../clock/queries';
import { ClockType } from '../clock/types';
import { isSchemeFor } from '../offers/underScheme';
import type { LimitFinding } from '../riskSharing/limits';
import { openSchemes } from '../riskSharing/queries';
import { termsShape } from '../riskSharing/resolver';
import { SchemeTermsType, SchemeType, schemeShape } from '../riskSharing/types';
import { ReasonCodeWord } from '../words';
import { limitsFor } from './checkLimits';
import { approveGuarantee, rejectGuarantee } from './decideGuarantee';
import { guaranteeById, guaranteesOf, listGuarantees } from './queries';
import { requestGuarantee } from './requestGuarantee';
import { GuaranteeListInput, GuaranteePage, GuaranteeType, guaranteeShape, LimitFindingType } from './types';

@Resolver(() => GuaranteeType)
export class GuaranteeResolver {
  @Allow(['enterprise', 'bank', 'guarantor', 'insurer', 'department', 'regulator', 'operator'])
  @Query(() => GuaranteePage, { description: 'The guaranteed loans that your organisation has to do with.' })
  async guarantees(
    @Ctx() context: RequestContext,
    @Arg('list', () => GuaranteeListInput, { defaultValue: {} }) list: GuaranteeListInput,
  ): Promise<Page<GuaranteeType>> {
    const { items, total } = await listGuarantees(signedIn(context), list);
    return { items: items.map(view => guaranteeShape(signedIn(context).actor, view)), total };
  }

  @Allow(['enterprise', 'bank', 'guarantor', 'insurer', 'department', 'regulator', 'operator'])
  @Query(() => GuaranteeType)
  guarantee(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<GuaranteeType> {
    return shownTo(context, id);
  }

  @Allow(['bank'])
  @Query(() => [SchemeType], { description: 'The schemes under which an offer on the application can be made.' })
  async offerSchemes(
    @Ctx() context: RequestContext,
    @Arg('applicationId', () => ID) applicationId: string,
  ): Promise<SchemeType[]> {
    const { institutionId, productVersionId } = await applicationById(signedIn(context), applicationId);
    const [[version], open] = await Promise.all([
      versionsByIds(context.db.read, [productVersionId]),
      openSchemes(context.db.read),
    ]);
    if (!version || version instanceof Error) return [];
    const usable = open.filter(scheme => isSchemeFor(scheme, { version, institutionId }));
    return usable.map(({ scheme }) => schemeShape(signedIn(context).actor, scheme));
  }

  @Allow(['bank'], working)
  @Mutation(() => ApplicationType, { description: 'Asks those who guarantee the accepted offer for their agreement.' })
  async requestGuarantee(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Of the application.' }) id: string,
    @Arg('version', () => Int, { description: 'Of the application.' }) version: number,
  ): Promise<ApplicationType> {
    return applicationShape(signedIn(context), await requestGuarantee(signedIn(context), { id, version }));
  }

  @Allow(['guarantor', 'insurer', 'department', 'regulator'], working)
  @Mutation(() => GuaranteeType, { description: 'Agrees to answer for your share of the loan.' })
  async approveGuarantee(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('affiliates', () => [String], {
      defaultValue: [],
      description: "The unified social credit codes of the firm's affiliates: they count towards your limit.",
    })
    affiliates: string[],
  ): Promise<GuaranteeType> {
    await approveGuarantee(signedIn(context), { id, version, affiliates });
    return shownTo(context, id);
  }

  @Allow(['guarantor', 'insurer', 'department', 'regulator'], working)
  @Mutation(() => GuaranteeType, { description: 'Does not answer for the loan: the application ends.' })
  async rejectGuarantee(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reasonCode', () => ReasonCodeWord) reasonCode: ReasonCode,
    @Arg('reasonText', () => String, { nullable: true }) reasonText: string | null,
  ): Promise<GuaranteeType> {
    await rejectGuarantee(signedIn(context), { id, version, reasonCode, reasonText });
    return shownTo(context, id);
  }

  @FieldResolver(() => PartyType)
  enterprise(@Root() { view }: GuaranteeType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(view.guarantee.enterpriseId);
  }

  @FieldResolver(() => PartyType)
  institution(@Root() { view }: GuaranteeType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(view.guarantee.institutionId);
  }

  @FieldResolver(() => SchemeType)
  scheme(@Root() { view }: GuaranteeType, @Ctx() context: RequestContext): SchemeType {
    return schemeShape(signedIn(context).actor, view.version.scheme);
  }

  @FieldResolver(() => SchemeTermsType, { description: 'The version of the terms that it was given under.' })
  terms(@Root() { view }: GuaranteeType, @Ctx() context: RequestContext): Promise<SchemeTermsType> {
    return termsShape(context, view.version);
  }

  @FieldResolver(() => ClockType, { nullable: true, description: 'By when it is to be decided.' })
  clock(@Root() { view }: GuaranteeType, @Ctx() context: RequestContext): Promise<Clock | null> {
    return loaderOf(context, loadClocks).load(view.application);
  }

  @FieldResolver(() => Boolean, { description: "Your organisation may read the firm's authorised records today." })
  async isFileOpen(@Root() { view }: GuaranteeType, @Ctx() context: RequestContext): Promise<boolean> {
    const { actor } = signedIn(context);
    const pair = { enterpriseId: view.guarantee.enterpriseId, institutionId: actor.organisationId };
    const [isOpen = false] = await authorisedPairs(context.db.read, [pair], context.today);
    return isOpen;
  }

  @FieldResolver(() => [LimitFindingType], {
    nullable: true,
    description: 'Your own limits as they are today; null: you have not stated your capital, or have nothing to decide.',
  })
  async limitsToday(@Root() { view }: GuaranteeType, @Ctx() context: RequestContext): Promise<LimitFinding[] | null> {
    const { actor, db, today } = signedIn(context);
    const decision = view.decisions.find(({ organisationId }) => organisationId === actor.organisationId);
    if (decision?.state !== 'pending') return null;
    return limitsFor(db.read, { decision, enterpriseId: view.guarantee.enterpriseId, affiliateIds: [], today });
  }
}

@Resolver(() => ApplicationType)
export class ApplicationGuaranteeResolver {
  @FieldResolver(() => GuaranteeType, { nullable: true, description: 'Of an application whose guarantee was asked for.' })
  async guarantee(@Root() { id }: ApplicationType, @Ctx() context: RequestContext): Promise<GuaranteeType | null> {
    const view = await loaderOf(context, loadGuarantees).load(id);
    return view && guaranteeShape(signedIn(context).actor, view);
  }
}

const shownTo = async (context: RequestContext, id: string): Promise<GuaranteeType> =>
  guaranteeShape(signedIn(context).actor, await guaranteeById(signedIn(context), id));

const loadClocks = ({ db, today }: RequestContext, wanted: readonly Application[]) => clocksOf(db.read, wanted, today);
const loadGuarantees = ({ db }: RequestContext, ids: readonly string[]) => guaranteesOf(db.read, ids);
