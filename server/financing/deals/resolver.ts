import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { loadParties, PartyType } from '../../enterprises/types';
import { Allow, AllowAnyone, signedIn, working } from '../../graphql/guard';
import { loaderOf } from '../../graphql/loader';
import { CalendarDateScalar, Money } from '../../graphql/scalars';
import { versionsByIds } from '../../products/queries';
import { ProductVersionType } from '../../products/versionTypes';
import type { ProductLabel } from '../../products/vocabulary';
import { ProductLabelWord } from '../../products/words';
import type { CalendarDate, CalendarMonth } from '../../shared/dates';
import type { Page } from '../../shared/list';
import { loadApplications } from '../applications/loaders';
import { scheduleOf } from '../offers/figures';
import { offersByIds } from '../offers/queries';
import { RepaymentScheduleType } from '../offers/scheduleTypes';
import { OfferType, offerShape } from '../offers/types';
import type { RepaymentSchedule } from '../repayment/schedule';
import { DealReasonCodeWord } from '../words';
import { classLoan } from './classLoan';
import { ledgersOf, revisionsOf, termsOf } from './courses';
import { disburse } from './disburse';
import { dueUntil } from './feedback';
import {
  LedgerType,
  LoanClassChangeType,
  LoanRevisionType,
  MonthDueType,
  NextRepricingType,
  RepaymentsKeptType,
} from './ledgerTypes';
import { nextRepricingsOf } from './nextRepricing';
import { classChangesOf, labelsOf, listTransactions, repaymentsOf, transactionById } from './queries';
import type { DealReasonCode } from './reasons';
import { recordRepayment } from './recordRepayment';
import { renewLoan } from './renewLoan';
import { reportRepayments } from './reportRepayments';
import { restructureLoan } from './restructureLoan';
import { settleLoan } from './settleLoan';
import type { MatchedTransaction } from './tables';
import {
  ClassInputType,
  DealReasonType,
  dealReasonShapes,
  MatchedTransactionType,
  RepaymentInputType,
  RepaymentsInputType,
  RepaymentType,
  RestructureInputType,
  TransactionListInput,
  TransactionPage,
  transactionShape,
} from './types';
import { writeOffLoan } from './writeOffLoan';

@Resolver(() => MatchedTransactionType)
export class DealResolver {
  @Allow(['enterprise', 'bank'])
  @Query(() => TransactionPage, { description: 'The loans that your organisation gave or was given.' })
  async transactions(
    @Ctx() context: RequestContext,
    @Arg('list', () => TransactionListInput, { defaultValue: {} }) list: TransactionListInput,
  ): Promise<Page<MatchedTransactionType>> {
    const { items, total } = await listTransactions(signedIn(context), list);
    return { items: items.map(view => transactionShape(signedIn(context).actor, view)), total };
  }

  @Allow(['enterprise', 'bank'])
  @Query(() => MatchedTransactionType)
  async transaction(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<MatchedTransactionType> {
    return transactionShape(signedIn(context).actor, await transactionById(signedIn(context), id));
  }

  @Allow(['bank'], working)
  @Mutation(() => MatchedTransactionType, { description: 'Reports that the loan of the accepted offer was paid out.' })
  async disburse(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Of the application.' }) id: string,
    @Arg('version', () => Int, { description: 'Of the application.' }) version: number,
    @Arg('disbursedOn', () => CalendarDateScalar) disbursedOn: CalendarDate,
    @Arg('householdCreditFen', () => Money, {
      nullable: true,
      description: 'All limits you have granted the firm, this loan among them.',
    })
    householdCreditFen: number | null,
    @Arg('isAttestedFirst', () => Boolean, {
      nullable: true,
      description: 'The national credit database shows no bank loan before this one.',
    })
    isAttestedFirst: boolean | null,
  ): Promise<MatchedTransactionType> {
    const input = { disbursedOn, householdCreditFen, isAttestedFirst };
    return afterwards(context, await disburse(signedIn(context), { id, version, input }));
  }

  @Allow(['bank'], working)
  @Mutation(() => MatchedTransactionType, { description: 'Reports what the firm has repaid.' })
  async recordRepayment(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => RepaymentInputType) input: RepaymentInputType,
  ): Promise<MatchedTransactionType> {
    return afterwards(context, await recordRepayment(signedIn(context), { id, version, input }));
  }

  @AllowAnyone()
  @Query(() => [DealReasonType], { description: 'Why a loan may end or change otherwise than agreed.' })
  dealReasons(): readonly DealReasonType[] {
    return dealReasonShapes;
  }

  @Allow(['bank'], working)
  @Mutation(() => MatchedTransactionType, { description: 'Confirms that nothing is owed any more.' })
  async settleLoan(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<MatchedTransactionType> {
    return afterwards(context, await settleLoan(signedIn(context), { id, version }));
  }

  @Allow(['bank'], working)
  @Mutation(() => MatchedTransactionType, { description: 'Takes the loan off the books as lost; the reason is required.' })
  async writeOffLoan(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reasonCode', () => DealReasonCodeWord) reasonCode: DealReasonCode,
    @Arg('reasonText', () => String, { nullable: true }) reasonText: string | null,
  ): Promise<MatchedTransactionType> {
    return afterwards(context, await writeOffLoan(signedIn(context), { id, version, reasonCode, reasonText }));
  }

  @Allow(['bank'], working)
  @Mutation(() => RepaymentsKeptType, {
    description: 'Reports many loans for a month; sent again under the same key it changes nothing.',
  })
  async reportRepayments(
    @Ctx() context: RequestContext,
    @Arg('input', () => RepaymentsInputType) input: RepaymentsInputType,
    @Arg('idempotencyKey', () => String) idempotencyKey: string,
  ): Promise<RepaymentsKeptType> {
    return reportRepayments(signedIn(context), { input, idempotencyKey });
  }

  @Allow(['bank'], working)
  @Mutation(() => MatchedTransactionType, { description: 'Classes the loan worse than the rule does, or takes that back.' })
  async classLoan(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => ClassInputType) input: ClassInputType,
  ): Promise<MatchedTransactionType> {
    return afterwards(context, await classLoan(signedIn(context), { id, version, input }));
  }

  @Allow(['bank'], working)
  @Mutation(() => MatchedTransactionType, {
    description: 'Changes rate, method and maturity of what is left; the reason is required.',
  })
  async restructureLoan(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => RestructureInputType) input: RestructureInputType,
    @Arg('reasonCode', () => DealReasonCodeWord) reasonCode: DealReasonCode,
    @Arg('reasonText', () => String, { nullable: true }) reasonText: string | null,
  ): Promise<MatchedTransactionType> {
    return afterwards(context, await restructureLoan(signedIn(context), { id, version, input, reasonCode, reasonText }));
  }

  @Allow(['bank'], working)
  @Mutation(() => MatchedTransactionType, {
    description: 'Settles the loan by a new one to the same firm; the reason is required.',
  })
  async renewLoan(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('renewedById', () => ID, { description: 'The new loan.' }) renewedById: string,
    @Arg('reasonCode', () => DealReasonCodeWord) reasonCode: DealReasonCode,
    @Arg('reasonText', () => String, { nullable: true }) reasonText: string | null,
  ): Promise<MatchedTransactionType> {
    return afterwards(context, await renewLoan(signedIn(context), { id, version, renewedById, reasonCode, reasonText }));
  }

  @FieldResolver(() => PartyType)
  enterprise(@Root() { record }: MatchedTransactionType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(record.enterpriseId);
  }

  @FieldResolver(() => PartyType)
  institution(@Root() { record }: MatchedTransactionType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(record.institutionId);
  }

  @FieldResolver(() => ProductVersionType)
  async productVersion(@Root() { record }: MatchedTransactionType, @Ctx() context: RequestContext): Promise<ProductVersionType> {
    return loaderOf(context, loadVersions).load(record.productVersionId);
  }

  @FieldResolver(() => OfferType, { description: 'The offer that was accepted.' })
  async offer(@Root() { record }: MatchedTransactionType, @Ctx() context: RequestContext): Promise<OfferType> {
    const [application, offer] = await Promise.all([
      loaderOf(context, loadApplications).load(record.applicationId),
      loaderOf(context, loadOffersById).load(record.offerId),
    ]);
    return offerShape(context.today, application, offer);
  }

  @FieldResolver(() => RepaymentScheduleType, { description: 'From the day it was paid out.' })
  async schedule(@Root() { record }: MatchedTransactionType, @Ctx() context: RequestContext): Promise<RepaymentSchedule> {
    const offer = await loaderOf(context, loadOffersById).load(record.offerId);
    return scheduleOf(termsOf(record, offer), record.disbursedOn);
  }

  @FieldResolver(() => LedgerType)
  ledger(@Root() { record }: MatchedTransactionType, @Ctx() context: RequestContext): Promise<LedgerType> {
    return loaderOf(context, loadLedgers).load(record);
  }

  @FieldResolver(() => MonthDueType, {
    description: 'What is open of everything due until the end of a month, written like 2026-10.',
  })
  async dueUntil(
    @Root() { record }: MatchedTransactionType,
    @Ctx() context: RequestContext,
    @Arg('month', () => String) month: CalendarMonth,
  ): Promise<MonthDueType> {
    return dueUntil(await loaderOf(context, loadLedgers).load(record), month);
  }

  @FieldResolver(() => [LoanRevisionType], { description: 'What changed its terms, first to last.' })
  revisions(@Root() { id }: MatchedTransactionType, @Ctx() context: RequestContext): Promise<LoanRevisionType[]> {
    return loaderOf(context, loadRevisions).load(id);
  }

  @FieldResolver(() => NextRepricingType, {
    nullable: true,
    description: 'Of a rate priced on the LPR: its next day, were the quotation in force today to hold.',
  })
  nextRepricing(@Root() { record }: MatchedTransactionType, @Ctx() context: RequestContext): Promise<NextRepricingType | null> {
    return loaderOf(context, loadNextRepricings).load(record);
  }

  @FieldResolver(() => [LoanClassChangeType], { description: 'First to last; only the lender reads them.' })
  classChanges(
    @Root() { id, riskClass }: MatchedTransactionType,
    @Ctx() context: RequestContext,
  ): Promise<LoanClassChangeType[]> | [] {
    return riskClass === null ? [] : loaderOf(context, loadClassChanges).load(id);
  }

  @FieldResolver(() => [RepaymentType], { description: 'First to last.' })
  repayments(@Root() { id }: MatchedTransactionType, @Ctx() context: RequestContext): Promise<RepaymentType[]> {
    return loaderOf(context, loadRepayments).load(id);
  }

  @FieldResolver(() => [ProductLabelWord])
  labels(@Root() { id }: MatchedTransactionType, @Ctx() context: RequestContext): Promise<ProductLabel[]> {
    return loaderOf(context, loadLabels).load(id);
  }
}

const loadVersions = ({ db }: RequestContext, ids: readonly string[]) => versionsByIds(db.read, ids);
const loadOffersById = ({ db }: RequestContext, ids: readonly string[]) => offersByIds(db.read, ids);
const loadRepayments = ({ db }: RequestContext, ids: readonly string[]) => repaymentsOf(db.read, ids);
const loadLedgers = ({ db, today }: RequestContext, loans: readonly MatchedTransaction[]) => ledgersOf(db.read, loans, today);
const loadNextRepricings = ({ db, today }: RequestContext, loans: readonly MatchedTransaction[]) =>
  nextRepricingsOf(db.read, loans, today);
const loadRevisions = ({ db }: RequestContext, ids: readonly string[]) => revisionsOf(db.read, ids);
const loadClassChanges = ({ db }: RequestContext, ids: readonly string[]) => classChangesOf(db.read, ids);
const loadLabels = ({ db }: RequestContext, ids: readonly string[]) => labelsOf(db.read, ids);

const afterwards = async (context: RequestContext, { id }: { readonly id: string }): Promise<MatchedTransactionType> =>
  transactionShape(signedIn(context).actor, await transactionById(signedIn(context), id));
