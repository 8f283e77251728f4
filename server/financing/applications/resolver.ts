import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { loadParties, PartyType } from '../../enterprises/types';
import { Allow, AllowAnyone, signedIn, working } from '../../graphql/guard';
import { loaderOf } from '../../graphql/loader';
import type { Finding } from '../../matching/explain';
import { versionsByIds } from '../../products/queries';
import { ProductVersionType } from '../../products/versionTypes';
import type { Page } from '../../shared/list';
import { clocksOf } from '../clock/queries';
import { ClockType } from '../clock/types';
import { contractsOf } from '../contracts/queries';
import { ContractType } from '../contracts/types';
import { carriedCorrectionsOf } from '../corrections/carried';
import { correctionsOf } from '../corrections/queries';
import { CorrectionType } from '../corrections/types';
import { counterOffersOf } from '../counterOffers/queries';
import { CounterOfferType } from '../counterOffers/types';
import { transactionsOf } from '../deals/queries';
import { MatchedTransactionType, transactionShape } from '../deals/types';
import { loadDemands } from '../demands/loaders';
import { DemandType, demandShape } from '../demands/types';
import { indicationsOf } from '../indications/queries';
import { IndicationType } from '../indications/types';
import { FindingType } from '../matches/types';
import { keepOffer } from '../offers/keepOffer';
import { offersOf } from '../offers/queries';
import { OfferType, offerShape } from '../offers/types';
import { isWithin } from '../signingLimits/access';
import { loadSigningLimits } from '../signingLimits/loaders';
import { listsBetween } from '../whiteLists/queries';
import { ReasonCodeWord } from '../words';
import { acceptApplication } from './acceptApplication';
import { knowsWhose } from './access';
import { approveApplication } from './approveApplication';
import { cancelApplication } from './cancelApplication';
import { declineApplication } from './declineApplication';
import { exposuresOf } from './exposure';
import { applicationById, authorisedPairs, findingsOf, historiesOf, listApplications } from './queries';
import type { ReasonCode } from './reasons';
import { rejectApplication } from './rejectApplication';
import { startDueDiligence } from './startDueDiligence';
import { submitApplication } from './submitApplication';
import type { Application } from './tables';
import {
  ApplicationEventType,
  ApplicationInputType,
  ApplicationListInput,
  ApplicationPage,
  ApplicationType,
  applicationShape,
  ExposureType,
  ReasonType,
  reasonShapes,
} from './types';
import { withdrawApplication } from './withdrawApplication';

@Resolver(() => ApplicationType)
export class ApplicationResolver {
  @Allow(['enterprise', 'bank'])
  @Query(() => ApplicationPage, { description: 'The applications that your organisation made or was sent.' })
  async applications(
    @Ctx() context: RequestContext,
    @Arg('list', () => ApplicationListInput, { defaultValue: {} }) list: ApplicationListInput,
  ): Promise<Page<ApplicationType>> {
    const { items, total } = await listApplications(signedIn(context), list);
    return { items: items.map(application => applicationShape(signedIn(context), application)), total };
  }

  @Allow(['enterprise', 'bank'])
  @Query(() => ApplicationType)
  async application(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<ApplicationType> {
    return applicationShape(signedIn(context), await applicationById(signedIn(context), id));
  }

  @AllowAnyone()
  @Query(() => [ReasonType], { description: 'Why a bank may decline or reject, and what would change it.' })
  reasonCodes(): readonly ReasonType[] {
    return reasonShapes;
  }

  @Allow(['enterprise'], working)
  @Mutation(() => ApplicationType, { description: 'Sent again under the same key it is the same application.' })
  async submitApplication(
    @Ctx() context: RequestContext,
    @Arg('input', () => ApplicationInputType) input: ApplicationInputType,
    @Arg('idempotencyKey', () => String) idempotencyKey: string,
  ): Promise<ApplicationType> {
    return applicationShape(signedIn(context), await submitApplication(signedIn(context), { input, idempotencyKey }));
  }

  @Allow(['enterprise'], working)
  @Mutation(() => ApplicationType)
  async withdrawApplication(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<ApplicationType> {
    return applicationShape(signedIn(context), await withdrawApplication(signedIn(context), { id, version }));
  }

  @Allow(['bank'], working)
  @Mutation(() => ApplicationType, { description: 'Takes the application up.' })
  async acceptApplication(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<ApplicationType> {
    return applicationShape(signedIn(context), await acceptApplication(signedIn(context), { id, version }));
  }

  @Allow(['bank'], working)
  @Mutation(() => ApplicationType, { description: 'Does not take the application up.' })
  async declineApplication(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reasonCode', () => ReasonCodeWord) reasonCode: ReasonCode,
    @Arg('reasonText', () => String, { nullable: true }) reasonText: string | null,
  ): Promise<ApplicationType> {
    const change = { id, version, reasonCode, reasonText };
    return applicationShape(signedIn(context), await declineApplication(signedIn(context), change));
  }

  @Allow(['bank'], working)
  @Mutation(() => ApplicationType, { description: 'Begins to look into it, where the firm lets you read its file.' })
  async startDueDiligence(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<ApplicationType> {
    return applicationShape(signedIn(context), await startDueDiligence(signedIn(context), { id, version }));
  }

  @Allow(['bank'], working)
  @Mutation(() => ApplicationType, { description: 'Grants the credit of the accepted offer, on exactly its terms.' })
  async approveApplication(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<ApplicationType> {
    return applicationShape(signedIn(context), await approveApplication(signedIn(context), { id, version }));
  }

  @Allow(['enterprise', 'bank'], working)
  @Mutation(() => ApplicationType, { description: 'Gives up a granted credit before it is paid out, with the reason.' })
  async cancelApplication(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reason', () => String) reason: string,
  ): Promise<ApplicationType> {
    return applicationShape(signedIn(context), await cancelApplication(signedIn(context), { id, version, reason }));
  }

  @Allow(['bank'], working)
  @Mutation(() => ApplicationType, { description: 'Refuses an application that was taken up.' })
  async rejectApplication(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reasonCode', () => ReasonCodeWord) reasonCode: ReasonCode,
    @Arg('reasonText', () => String, { nullable: true }) reasonText: string | null,
  ): Promise<ApplicationType> {
    const change = { id, version, reasonCode, reasonText };
    return applicationShape(signedIn(context), await rejectApplication(signedIn(context), change));
  }

  @Allow(['bank'], working)
  @Mutation(() => ApplicationType, {
    description: 'Stands by the open offer after a counter-offer; it waits for the firm again.',
  })
  async keepOffer(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reason', () => String) reason: string,
  ): Promise<ApplicationType> {
    return applicationShape(signedIn(context), await keepOffer(signedIn(context), { id, version, reason }));
  }

  @FieldResolver(() => DemandType)
  async demand(@Root() { record }: ApplicationType, @Ctx() context: RequestContext): Promise<DemandType> {
    const { actor, today } = signedIn(context);
    return demandShape(
      { actor, today, knowsWhose: knowsWhose(actor, record) },
      await loaderOf(context, loadDemands).load(record.demandId),
    );
  }

  @FieldResolver(() => PartyType, {
    nullable: true,
    description: 'Whose it is; a bank that the firm did not choose itself learns it by taking the application up.',
  })
  async enterprise(@Root() { record }: ApplicationType, @Ctx() context: RequestContext): Promise<PartyType | null> {
    return knowsWhose(signedIn(context).actor, record) ? loaderOf(context, loadParties).load(record.enterpriseId) : null;
  }

  @FieldResolver(() => PartyType)
  institution(@Root() { record }: ApplicationType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(record.institutionId);
  }

  @FieldResolver(() => ProductVersionType, { description: 'The terms as they were when it was submitted.' })
  async productVersion(@Root() { record }: ApplicationType, @Ctx() context: RequestContext): Promise<ProductVersionType> {
    return loaderOf(context, loadVersions).load(record.productVersionId);
  }

  @FieldResolver(() => [FindingType], { nullable: true, description: 'What the verdict rests on, as the bank received it.' })
  findings(@Root() { id }: ApplicationType, @Ctx() context: RequestContext): Promise<readonly Finding[] | null> {
    return loaderOf(context, loadFindings).load(id);
  }

  @FieldResolver(() => Boolean, { description: "The bank may read the firm's authorised records today." })
  async isFileOpen(@Root() { record }: ApplicationType, @Ctx() context: RequestContext): Promise<boolean> {
    return knowsWhose(signedIn(context).actor, record) && loaderOf(context, loadAuthorisations).load(record);
  }

  @FieldResolver(() => [String])
  async allowedVerbs(@Root() { record, verbs }: ApplicationType, @Ctx() context: RequestContext): Promise<readonly string[]> {
    if (!verbs.includes('signContract')) return verbs;
    const limitFen = await loaderOf(context, loadSigningLimits).load(signedIn(context).actor);
    const approved = (await loaderOf(context, loadOffers).load(record.id)).find(({ state }) => state === 'accepted');
    return approved && !isWithin(approved.amountFen, limitFen) ? verbs.filter(verb => verb !== 'signContract') : verbs;
  }

  @FieldResolver(() => [OfferType], { description: 'First to last.' })
  async offers(@Root() { record }: ApplicationType, @Ctx() context: RequestContext): Promise<OfferType[]> {
    const offers = await loaderOf(context, loadOffers).load(record.id);
    return offers.map(offer => offerShape(context.today, record, offer));
  }

  @FieldResolver(() => [CounterOfferType], { description: 'What the firm would have taken instead, first to last.' })
  counterOffers(@Root() { id }: ApplicationType, @Ctx() context: RequestContext): Promise<CounterOfferType[]> {
    return loaderOf(context, loadCounterOffers).load(id);
  }

  @FieldResolver(() => ClockType, { nullable: true, description: 'Who has to do something by when; null while no limit runs.' })
  clock(@Root() { record }: ApplicationType, @Ctx() context: RequestContext): Promise<ClockType | null> {
    return loaderOf(context, loadClocks).load(record);
  }

  @FieldResolver(() => [CorrectionType], { description: 'What the bank asked the firm to put right, first to last.' })
  corrections(@Root() { id }: ApplicationType, @Ctx() context: RequestContext): Promise<CorrectionType[]> {
    return loaderOf(context, loadCorrections).load(id);
  }

  @FieldResolver(() => [CorrectionType], {
    description: 'What the firm answered before it went on to this bank: its file goes along.',
  })
  async carriedCorrections(@Root() { record }: ApplicationType, @Ctx() context: RequestContext): Promise<CorrectionType[]> {
    return knowsWhose(signedIn(context).actor, record) ? loaderOf(context, loadCarried).load(record) : [];
  }

  @FieldResolver(() => [String], {
    description: 'The white lists pushed to the bank that the firm is on, with their departments.',
  })
  async whiteLists(@Root() { record }: ApplicationType, @Ctx() context: RequestContext): Promise<readonly string[]> {
    return knowsWhose(signedIn(context).actor, record) ? loaderOf(context, loadWhiteLists).load(record) : [];
  }

  @FieldResolver(() => ExposureType, { nullable: true, description: 'To a bank that the firm lets read its file.' })
  async exposure(@Root() { record }: ApplicationType, @Ctx() context: RequestContext): Promise<ExposureType | null> {
    const isFileOpen = knowsWhose(signedIn(context).actor, record) && (await loaderOf(context, loadAuthorisations).load(record));
    return isFileOpen ? loaderOf(context, loadExposures).load(record) : null;
  }

  @FieldResolver(() => [IndicationType], { description: 'What the bank could imagine to lend, first to last; none binds.' })
  indications(@Root() { id }: ApplicationType, @Ctx() context: RequestContext): Promise<IndicationType[]> {
    return loaderOf(context, loadIndications).load(id);
  }

  @FieldResolver(() => ContractType, { nullable: true })
  contract(@Root() { id }: ApplicationType, @Ctx() context: RequestContext): Promise<ContractType | null> {
    return loaderOf(context, loadContracts).load(id);
  }

  @FieldResolver(() => [ApplicationEventType], { description: 'Its course, oldest first.' })
  history(@Root() { record }: ApplicationType, @Ctx() context: RequestContext): Promise<ApplicationEventType[]> {
    return loaderOf(context, loadHistories).load(record);
  }

  @FieldResolver(() => MatchedTransactionType, { nullable: true, description: 'The loan that came of it.' })
  async transaction(@Root() { id }: ApplicationType, @Ctx() context: RequestContext): Promise<MatchedTransactionType | null> {
    const found = await loaderOf(context, loadTransactions).load(id);
    return found && transactionShape(signedIn(context).actor, found);
  }
}

const loadVersions = ({ db }: RequestContext, ids: readonly string[]) => versionsByIds(db.read, ids);
const loadFindings = ({ db }: RequestContext, ids: readonly string[]) => findingsOf(db.read, ids);
const loadAuthorisations = ({ db, today }: RequestContext, pairs: readonly Application[]) =>
  authorisedPairs(db.read, pairs, today);
const loadOffers = ({ db }: RequestContext, ids: readonly string[]) => offersOf(db.read, ids);
const loadCounterOffers = ({ db }: RequestContext, ids: readonly string[]) => counterOffersOf(db.read, ids);
const loadCorrections = ({ db }: RequestContext, ids: readonly string[]) => correctionsOf(db.read, ids);
const loadCarried = ({ db }: RequestContext, wanted: readonly Application[]) => carriedCorrectionsOf(db.read, wanted);
const loadExposures = ({ db, today }: RequestContext, wanted: readonly Application[]) => exposuresOf(db.read, wanted, today);
const loadWhiteLists = ({ db, today }: RequestContext, pairs: readonly Application[]) => listsBetween(db.read, pairs, today);
const loadIndications = ({ db }: RequestContext, ids: readonly string[]) => indicationsOf(db.read, ids);
const loadContracts = ({ db }: RequestContext, ids: readonly string[]) => contractsOf(db.read, ids);
const loadClocks = ({ db, today }: RequestContext, wanted: readonly Application[]) => clocksOf(db.read, wanted, today);
const loadHistories = ({ db }: RequestContext, wanted: readonly Application[]) => historiesOf(db.read, wanted);
const loadTransactions = ({ db }: RequestContext, ids: readonly string[]) => transactionsOf(db.read, ids);
