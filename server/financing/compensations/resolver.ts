import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn, working } from '../../graphql/guard';
import { type GuaranteeView, guaranteeById } from '../guarantees/queries';
import { GuaranteeType, guaranteeShape } from '../guarantees/types';
import { mayClaim, verbsOnCompensation } from './access';
import { claimCompensation } from './claimCompensation';
import { payCompensation } from './payCompensation';
import { partsOf, pastDueOf, recoveriesOf } from './queries';
import { recordRecovery } from './recordRecovery';
import { CompensationType, RecoveryInputType } from './types';

@Resolver(() => GuaranteeType)
export class CompensationResolver {
  @FieldResolver(() => CompensationType, { nullable: true })
  async compensation(@Root() { view }: GuaranteeType, @Ctx() context: RequestContext): Promise<CompensationType | null> {
    return view.compensation && compensationShape(context, view, view.compensation);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Days past due of the loan; null before it is paid out.' })
  async overdueDays(@Root() { view }: GuaranteeType, @Ctx() context: RequestContext): Promise<number | null> {
    return view.loan && pastDueOf(context.db.read, view.loan, context.today);
  }

  @FieldResolver(() => Boolean, { description: 'You may claim compensation now.' })
  async mayClaim(@Root() { view }: GuaranteeType, @Ctx() context: RequestContext): Promise<boolean> {
    if (view.loan === null || view.state !== 'inForce') return false;
    return mayClaim(signedIn(context).actor, view, await pastDueOf(context.db.read, view.loan, context.today));
  }

  @Allow(['bank'], working)
  @Mutation(() => GuaranteeType, { description: 'Claims what is still owed of those who guarantee the loan.' })
  async claimCompensation(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Of the guarantee.' }) id: string,
    @Arg('version', () => Int, { description: 'Of the guarantee.' }) version: number,
  ): Promise<GuaranteeType> {
    await claimCompensation(signedIn(context), { id, version });
    return shown(context, id);
  }

  @Allow(['guarantor', 'insurer', 'department', 'regulator'], working)
  @Mutation(() => GuaranteeType, { description: 'Pays what was claimed, by the waterfall of the scheme.' })
  async payCompensation(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<GuaranteeType> {
    const { guaranteeId } = await payCompensation(signedIn(context), { id, version });
    return shown(context, guaranteeId);
  }

  @Allow(['bank', 'guarantor', 'insurer', 'department', 'regulator'], working)
  @Mutation(() => GuaranteeType, { description: 'Records what came back: it flows to all who paid, in the same shares.' })
  async recordRecovery(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => RecoveryInputType) input: RecoveryInputType,
  ): Promise<GuaranteeType> {
    const { guaranteeId } = await recordRecovery(signedIn(context), { id, version, input });
    return shown(context, guaranteeId);
  }
}

async function compensationShape(
  context: RequestContext,
  view: GuaranteeView,
  compensation: NonNullable<GuaranteeView['compensation']>,
): Promise<CompensationType> {
  const [parts, recoveries] = await Promise.all([
    partsOf(context.db.read, compensation.id),
    recoveriesOf(context.db.read, compensation.id),
  ]);
  const openFen = parts.reduce((sum, { paidFen, recoveredFen }) => sum + paidFen - recoveredFen, 0);
  return {
    ...compensation,
    parts: parts.map(part => ({ ...part, isFromPool: part.poolId !== null })),
    recoveries,
    allowedVerbs: verbsOnCompensation(signedIn(context).actor, view, compensation, openFen),
  };
}

const shown = async (context: RequestContext, id: string): Promise<GuaranteeType> =>
  guaranteeShape(signedIn(context).actor, await guaranteeById(signedIn(context), id));
