import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { loadParties, PartyType } from '../../enterprises/types';
import { Allow, AllowAnyone, signedIn, working } from '../../graphql/guard';
import { loaderOf } from '../../graphql/loader';
import { CalendarDateScalar } from '../../graphql/scalars';
import { versionsByIds } from '../../products/queries';
import { ProductVersionType } from '../../products/versionTypes';
import type { CalendarDate } from '../../shared/dates';
import type { Page } from '../../shared/list';
import { ApplicationType, applicationShape } from '../applications/types';
import { LineReasonCodeWord } from '../words';
import { declineDrawdown, payDrawdown, requestDrawdown } from './drawdown';
import { closeLine, confirmLineConditions, freezeLine, releaseLine } from './manageLine';
import { openLine } from './openLine';
import { lineById, listLines } from './queries';
import type { LineReasonCode } from './reasons';
import {
  CreditLineListInput,
  CreditLinePage,
  CreditLineType,
  DrawdownInputType,
  LineReasonType,
  lineReasonShapes,
  lineShape,
  OpenLineInputType,
} from './types';

@Resolver(() => CreditLineType)
export class LineResolver {
  @Allow(['enterprise', 'bank'])
  @Query(() => CreditLinePage, { description: 'The lines that your organisation gave or was given.' })
  async creditLines(
    @Ctx() context: RequestContext,
    @Arg('list', () => CreditLineListInput, { defaultValue: {} }) list: CreditLineListInput,
  ): Promise<Page<CreditLineType>> {
    const { items, total } = await listLines(signedIn(context), list);
    return { items: items.map(view => lineShape(signedIn(context).actor, view)), total };
  }

  @AllowAnyone()
  @Query(() => [LineReasonType], { description: 'Why a line may be frozen or closed, or a drawdown not paid.' })
  lineReasons(): readonly LineReasonType[] {
    return lineReasonShapes;
  }

  @Allow(['bank'], working)
  @Mutation(() => ApplicationType, { description: 'Opens the limit of a signed contract to be drawn in parts.' })
  async openLine(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Of the application.' }) id: string,
    @Arg('version', () => Int, { description: 'Of the application.' }) version: number,
    @Arg('input', () => OpenLineInputType) input: OpenLineInputType,
  ): Promise<ApplicationType> {
    return applicationShape(signedIn(context), await openLine(signedIn(context), { id, version, input }));
  }

  @Allow(['enterprise'], working)
  @Mutation(() => CreditLineType, { description: 'Asks to draw from your line.' })
  async requestDrawdown(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => DrawdownInputType) input: DrawdownInputType,
  ): Promise<CreditLineType> {
    await requestDrawdown(signedIn(context), { id, version, input });
    return afterwards(context, id);
  }

  @Allow(['bank'], working)
  @Mutation(() => CreditLineType, { description: 'Reports that a drawdown was paid out: a loan of its own.' })
  async payDrawdown(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('number', () => Int, { description: 'Of the drawdown.' }) number: number,
    @Arg('disbursedOn', () => CalendarDateScalar) disbursedOn: CalendarDate,
  ): Promise<CreditLineType> {
    await payDrawdown(signedIn(context), { id, version, number, disbursedOn });
    return afterwards(context, id);
  }

  @Allow(['bank'], working)
  @Mutation(() => CreditLineType, { description: 'Does not pay a drawdown; the reason is required.' })
  async declineDrawdown(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('number', () => Int, { description: 'Of the drawdown.' }) number: number,
    @Arg('reasonCode', () => LineReasonCodeWord) reasonCode: LineReasonCode,
    @Arg('reasonText', () => String, { nullable: true }) reasonText: string | null,
  ): Promise<CreditLineType> {
    await declineDrawdown(signedIn(context), { id, version, number, reasonCode, reasonText });
    return afterwards(context, id);
  }

  @Allow(['bank'], working)
  @Mutation(() => CreditLineType, { description: 'Lets nothing be drawn until it is released; the reason is required.' })
  async freezeLine(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reasonCode', () => LineReasonCodeWord) reasonCode: LineReasonCode,
    @Arg('reasonText', () => String, { nullable: true }) reasonText: string | null,
  ): Promise<CreditLineType> {
    await freezeLine(signedIn(context), { id, version, reasonCode, reasonText });
    return afterwards(context, id);
  }

  @Allow(['bank'], working)
  @Mutation(() => CreditLineType)
  async releaseLine(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<CreditLineType> {
    await releaseLine(signedIn(context), { id, version });
    return afterwards(context, id);
  }

  @Allow(['bank'], working)
  @Mutation(() => CreditLineType, { description: 'Confirms that what was to be met before drawing is met.' })
  async confirmLineConditions(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<CreditLineType> {
    await confirmLineConditions(signedIn(context), { id, version });
    return afterwards(context, id);
  }

  @Allow(['bank'], working)
  @Mutation(() => CreditLineType, { description: 'Ends the line, its loans run on; the reason is required.' })
  async closeLine(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reasonCode', () => LineReasonCodeWord) reasonCode: LineReasonCode,
    @Arg('reasonText', () => String, { nullable: true }) reasonText: string | null,
  ): Promise<CreditLineType> {
    await closeLine(signedIn(context), { id, version, reasonCode, reasonText });
    return afterwards(context, id);
  }

  @FieldResolver(() => PartyType)
  enterprise(@Root() { record }: CreditLineType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(record.enterpriseId);
  }

  @FieldResolver(() => PartyType)
  institution(@Root() { record }: CreditLineType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(record.institutionId);
  }

  @FieldResolver(() => ProductVersionType)
  productVersion(@Root() { productVersionId }: CreditLineType, @Ctx() context: RequestContext): Promise<ProductVersionType> {
    return loaderOf(context, loadVersions).load(productVersionId);
  }
}

const loadVersions = ({ db }: RequestContext, ids: readonly string[]) => versionsByIds(db.read, ids);

const afterwards = async (context: RequestContext, id: string): Promise<CreditLineType> =>
  lineShape(signedIn(context).actor, await lineById(signedIn(context), id));
