import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn, working } from '../../graphql/guard';
import { loaderOf } from '../../graphql/loader';
import { applicationsByIds } from '../applications/queries';
import type { Application } from '../applications/tables';
import { ApplicationType } from '../applications/types';
import type { DealState } from '../deals/lifecycle';
import { GuaranteeType } from '../guarantees/types';
import { acceptedOfferOf } from '../offers/queries';
import { mayStateCollateral, verbsOnCollateral } from './access';
import { agreeCollateralValue, appraiseCollateral, registerPledge, releaseCollateral } from './changeCollateral';
import { isValueAgreed, registries } from './kinds';
import { collateralsOf, loanStateOf, loanToValueBps, valuedFen } from './queries';
import { stateCollateral } from './stateCollateral';
import type { Collateral } from './tables';
import {
  ApplicationCollateralType,
  AppraisalInputType,
  CollateralInputType,
  CollateralType,
  RegistrationInputType,
} from './types';

@Resolver(() => ApplicationType)
export class CollateralResolver {
  @FieldResolver(() => ApplicationCollateralType)
  collateral(@Root() { record }: ApplicationType, @Ctx() context: RequestContext): Promise<ApplicationCollateralType> {
    return collateralShape(context, record);
  }

  @Allow(['enterprise'], working)
  @Mutation(() => CollateralType, { description: 'States what your firm gives as security.' })
  async stateCollateral(
    @Ctx() context: RequestContext,
    @Arg('applicationId', () => ID) applicationId: string,
    @Arg('input', () => CollateralInputType) input: CollateralInputType,
  ): Promise<CollateralType> {
    return shown(context, await stateCollateral(signedIn(context), { applicationId, input }));
  }

  @Allow(['bank'], working)
  @Mutation(() => CollateralType, {
    description: 'Records what it is worth; of a patent or trademark, for the firm to agree to.',
  })
  async appraiseCollateral(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => AppraisalInputType) input: AppraisalInputType,
  ): Promise<CollateralType> {
    return shown(context, await appraiseCollateral(signedIn(context), { id, version, input }));
  }

  @Allow(['enterprise'], working)
  @Mutation(() => CollateralType)
  async agreeCollateralValue(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<CollateralType> {
    return shown(context, await agreeCollateralValue(signedIn(context), { id, version }));
  }

  @Allow(['bank'], working)
  @Mutation(() => CollateralType, { description: 'Records where the pledge was registered: the loan is not paid out before.' })
  async registerPledge(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => RegistrationInputType) input: RegistrationInputType,
  ): Promise<CollateralType> {
    return shown(context, await registerPledge(signedIn(context), { id, version, input }));
  }

  @Allow(['bank'], working)
  @Mutation(() => CollateralType, { description: 'Gives it back once its loan is settled.' })
  async releaseCollateral(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<CollateralType> {
    return shown(context, await releaseCollateral(signedIn(context), { id, version }));
  }
}

@Resolver(() => GuaranteeType)
export class GuaranteeCollateralResolver {
  @FieldResolver(() => ApplicationCollateralType)
  collateral(@Root() { view }: GuaranteeType, @Ctx() context: RequestContext): Promise<ApplicationCollateralType> {
    return collateralShape(context, view.application);
  }
}

async function collateralShape(context: RequestContext, application: Application): Promise<ApplicationCollateralType> {
  const { actor } = signedIn(context);
  const [items, offer, loan] = await Promise.all([
    loaderOf(context, loadCollaterals).load(application.id),
    acceptedOfferOf(context.db.read, application.id),
    loanStateOf(context.db.read, application.id),
  ]);
  return {
    items: items.map(collateral => shape(context, { application, loan }, collateral)),
    valueFen: valuedFen(items),
    loanToValueBps: loanToValueBps(offer?.amountFen ?? application.amountFen, items),
    mayState: mayStateCollateral(actor, application),
  };
}

const shape = (
  context: RequestContext,
  standing: { readonly application: Application; readonly loan: DealState | null },
  collateral: Collateral,
): CollateralType => ({
  ...collateral,
  usualRegistry: registries[collateral.kind],
  isValueAgreed: isValueAgreed(collateral.kind),
  allowedVerbs: verbsOnCollateral(signedIn(context).actor, standing, collateral),
});

async function shown(context: RequestContext, collateral: Collateral): Promise<CollateralType> {
  const [[application], loan] = await Promise.all([
    applicationsByIds(context.db.read, [collateral.applicationId]),
    loanStateOf(context.db.read, collateral.applicationId),
  ]);
  if (!application || application instanceof Error) throw new Error(`collateral without its application: ${collateral.id}`);
  return shape(context, { application, loan }, collateral);
}

const loadCollaterals = ({ db }: RequestContext, ids: readonly string[]) => collateralsOf(db.read, ids);
