import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { loadParties, PartyType } from '../../enterprises/types';
import { Allow, AllowSignedIn, signedIn, working } from '../../graphql/guard';
import { loaderOf } from '../../graphql/loader';
import { Money } from '../../graphql/scalars';
import type { Page } from '../../shared/list';
import { liabilitiesOf } from '../guarantees/exposure';
import { canSeeCourse, mayDeposit } from './access';
import { closeScheme, reopenScheme, reviseScheme } from './changeScheme';
import { createScheme } from './createScheme';
import { depositIntoPool } from './depositIntoPool';
import { exampleOf } from './example';
import { openPool } from './openPool';
import { balancesOf, ledgersOf } from './pools';
import {
  capitalOf,
  listPools,
  listSchemes,
  poolById,
  poolsByIds,
  type SchemeVersion,
  schemeById,
  termsByIds,
  termsOfScheme,
} from './queries';
import { standingOf } from './standing';
import { stateCapital } from './stateCapital';
import type { CompensationPool, RiskSharingScheme } from './tables';
import { schemeTemplates } from './templates';
import {
  CapitalInputType,
  CapitalType,
  DepositInputType,
  PoolEntryType,
  PoolInputType,
  PoolListInput,
  PoolPage,
  PoolType,
  SchemeInputType,
  SchemeListInput,
  SchemePage,
  SchemeStandingType,
  SchemeTemplateType,
  SchemeTermsType,
  SchemeType,
  schemeShape,
} from './types';

@Resolver(() => SchemeType)
export class SchemeResolver {
  @AllowSignedIn()
  @Query(() => SchemePage, { description: 'Who bears which part of a loss, by scheme.' })
  async schemes(
    @Ctx() context: RequestContext,
    @Arg('list', () => SchemeListInput, { defaultValue: {} }) list: SchemeListInput,
  ): Promise<Page<SchemeType>> {
    const { items, total } = await listSchemes(signedIn(context), list);
    return { items: items.map(scheme => schemeShape(signedIn(context).actor, scheme)), total };
  }

  @AllowSignedIn()
  @Query(() => SchemeType)
  async scheme(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<SchemeType> {
    return schemeShape(signedIn(context).actor, await schemeById(signedIn(context), id));
  }

  @Allow(['operator', 'guarantor'])
  @Query(() => [SchemeTemplateType], { description: 'Schemes in use that a new one may start from.' })
  schemeTemplates(): readonly SchemeTemplateType[] {
    return schemeTemplates;
  }

  @Allow(['operator', 'guarantor'], working)
  @Mutation(() => SchemeType)
  async createScheme(
    @Ctx() context: RequestContext,
    @Arg('input', () => SchemeInputType) input: SchemeInputType,
  ): Promise<SchemeType> {
    return schemeShape(signedIn(context).actor, await createScheme(signedIn(context), input));
  }

  @Allow(['operator', 'guarantor'], working)
  @Mutation(() => SchemeType, {
    description: 'Makes the next version of the terms; guarantees keep the one they were given under.',
  })
  async reviseScheme(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => SchemeInputType) input: SchemeInputType,
  ): Promise<SchemeType> {
    return schemeShape(signedIn(context).actor, await reviseScheme(signedIn(context), { id, version, input }));
  }

  @Allow(['operator', 'guarantor'], working)
  @Mutation(() => SchemeType, { description: 'No new guarantees; those that hold are untouched.' })
  async closeScheme(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<SchemeType> {
    return schemeShape(signedIn(context).actor, await closeScheme(signedIn(context), { id, version }));
  }

  @Allow(['operator', 'guarantor'], working)
  @Mutation(() => SchemeType)
  async reopenScheme(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<SchemeType> {
    return schemeShape(signedIn(context).actor, await reopenScheme(signedIn(context), { id, version }));
  }

  @FieldResolver(() => PartyType, { description: 'The operator, or the guarantor whose own it is.' })
  owner(@Root() { record }: SchemeType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(record.ownerId);
  }

  @FieldResolver(() => SchemeTermsType, { description: 'The version in force.' })
  async terms(@Root() { record }: SchemeType, @Ctx() context: RequestContext): Promise<SchemeTermsType> {
    const [version] = await termsByIds(context.db.read, [record.currentTermsId]);
    if (!version) throw new Error(`a scheme without its terms: ${record.id}`);
    return termsShape(context, version);
  }

  @FieldResolver(() => [SchemeTermsType], { description: 'Every version, newest first.' })
  async versions(@Root() { record }: SchemeType, @Ctx() context: RequestContext): Promise<SchemeTermsType[]> {
    const versions = await termsOfScheme(context.db.read, record.id);
    return Promise.all(versions.map(version => termsShape(context, version)));
  }

  @FieldResolver(() => Boolean, { description: 'A stop is reached: no new business until it is below it again.' })
  async isStopped(@Root() { record }: SchemeType, @Ctx() context: RequestContext): Promise<boolean> {
    return (await loaderOf(context, loadStandings).load(record)).isStopped;
  }

  @FieldResolver(() => SchemeStandingType, { nullable: true, description: 'Null for firms.' })
  async standing(@Root() { record }: SchemeType, @Ctx() context: RequestContext): Promise<SchemeStandingType | null> {
    if (!canSeeCourse(signedIn(context).actor)) return null;
    const { stops, course } = await loaderOf(context, loadStandings).load(record);
    return { stops, ...course };
  }
}

@Resolver(() => PoolType)
export class PoolResolver {
  @Allow(['bank', 'guarantor', 'insurer', 'department', 'regulator', 'operator'])
  @Query(() => PoolPage)
  async pools(
    @Ctx() context: RequestContext,
    @Arg('list', () => PoolListInput, { defaultValue: {} }) list: PoolListInput,
  ): Promise<Page<PoolType>> {
    const { items, total } = await listPools(signedIn(context), list);
    return { items: items.map(pool => poolShape(context, pool)), total };
  }

  @Allow(['bank', 'guarantor', 'insurer', 'department', 'regulator', 'operator'])
  @Query(() => PoolType)
  async pool(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<PoolType> {
    return poolShape(context, await poolById(signedIn(context), id));
  }

  @Allow(['operator', 'department'], working)
  @Mutation(() => PoolType)
  async openPool(@Ctx() context: RequestContext, @Arg('input', () => PoolInputType) input: PoolInputType): Promise<PoolType> {
    return poolShape(context, await openPool(signedIn(context), input));
  }

  @Allow(['operator', 'department', 'guarantor', 'regulator'], working)
  @Mutation(() => PoolType, { description: 'Books money that was paid in.' })
  async depositIntoPool(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => DepositInputType) input: DepositInputType,
  ): Promise<PoolType> {
    return poolShape(context, await depositIntoPool(signedIn(context), { id, version, input }));
  }

  @Allow(['guarantor'])
  @Query(() => CapitalType, { nullable: true, description: 'What your organisation has last stated of its capital.' })
  async myCapital(@Ctx() context: RequestContext): Promise<CapitalType | null> {
    const { actor, db, today } = signedIn(context);
    const [capital, liabilities] = await Promise.all([
      capitalOf(db.read, actor.organisationId, today),
      liabilitiesOf(db.read, actor.organisationId),
    ]);
    return capital && { ...capital, liabilityFen: liabilities.reduce((sum, { fen }) => sum + fen, 0) };
  }

  @Allow(['guarantor'], working)
  @Mutation(() => Boolean, { description: 'States your net assets: your limits are reckoned from them.' })
  async stateCapital(
    @Ctx() context: RequestContext,
    @Arg('input', () => CapitalInputType) input: CapitalInputType,
  ): Promise<boolean> {
    await stateCapital(signedIn(context), input);
    return true;
  }

  @FieldResolver(() => PartyType)
  holder(@Root() { record }: PoolType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(record.holderId);
  }

  @FieldResolver(() => Money, { description: 'The sum of its ledger.' })
  balanceFen(@Root() { id }: PoolType, @Ctx() context: RequestContext): Promise<number> {
    return loaderOf(context, loadBalances).load(id);
  }

  @FieldResolver(() => [PoolEntryType], { description: 'First to last.' })
  entries(@Root() { id }: PoolType, @Ctx() context: RequestContext): Promise<PoolEntryType[]> {
    return loaderOf(context, loadLedgers).load(id);
  }
}

/** A version of a scheme's terms as it is shown. */
export async function termsShape(context: RequestContext, { terms, parties }: SchemeVersion): Promise<SchemeTermsType> {
  const [pool] = terms.firstLossPoolId === null ? [] : await poolsByIds(context.db.read, [terms.firstLossPoolId]);
  return { ...terms, parties, example: exampleOf(terms, parties, pool?.name ?? '') };
}

const poolShape = (context: RequestContext, pool: CompensationPool): PoolType => ({
  ...pool,
  record: pool,
  allowedVerbs: mayDeposit(signedIn(context).actor, pool) ? ['depositIntoPool'] : [],
});

const loadStandings = ({ db, today }: RequestContext, schemes: readonly RiskSharingScheme[]) =>
  Promise.all(schemes.map(scheme => standingOf(db.read, scheme, today)));
const loadBalances = ({ db }: RequestContext, ids: readonly string[]) => balancesOf(db.read, ids);
const loadLedgers = ({ db }: RequestContext, ids: readonly string[]) => ledgersOf(db.read, ids);
