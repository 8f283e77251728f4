import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn } from '../../graphql/guard';
import { loaderOf } from '../../graphql/loader';
import { CalendarDateScalar } from '../../graphql/scalars';
import { productsByIds } from '../../products/queries';
import { productShape } from '../../products/shapes';
import { ProductType } from '../../products/types';
import type { CalendarDate } from '../../shared/dates';
import { doorsOf } from './prospects/doors';
import { DoorType, WhatIfChangeInput, WhatIfType } from './prospects/types';
import { whatIf } from './prospects/whatIf';
import { matchesOf, matchOf } from './queries';
import { readRequest } from './request';
import {
  AuthorisationAdviceType,
  adviceShape,
  MatchListInput,
  MatchPageType,
  MatchRequestInput,
  MatchType,
  matchPageShape,
  matchShape,
} from './types';

@Resolver(() => MatchType)
export class MatchResolver {
  @Allow(['enterprise'])
  @Query(() => MatchPageType, { description: 'Which products your firm qualifies for, and why; best first.' })
  async matches(
    @Ctx() context: RequestContext,
    @Arg('list', () => MatchListInput, { defaultValue: {} }) list: MatchListInput,
    @Arg('request', () => MatchRequestInput, { nullable: true }) request: MatchRequestInput | null,
    @Arg('on', () => CalendarDateScalar, { nullable: true, description: 'Judges your file as it stood on an earlier day.' })
    on: CalendarDate | null,
  ): Promise<MatchPageType> {
    return matchPageShape(await matchesOf(signedIn(context), list, { request: readRequest(request), on }));
  }

  @Allow(['enterprise'])
  @Query(() => MatchType)
  async match(
    @Ctx() context: RequestContext,
    @Arg('productId', () => ID) productId: string,
    @Arg('request', () => MatchRequestInput, { nullable: true }) request: MatchRequestInput | null,
    @Arg('on', () => CalendarDateScalar, { nullable: true }) on: CalendarDate | null,
  ): Promise<MatchType> {
    return matchShape(await matchOf(signedIn(context), productId, { request: readRequest(request), on }));
  }

  @Allow(['enterprise'])
  @Query(() => WhatIfType, { description: 'What your firm would qualify for with other facts or another request.' })
  whatIf(
    @Ctx() context: RequestContext,
    @Arg('vary', () => String, { description: 'The attribute whose every value that matters is tried.' }) vary: string,
    @Arg('changes', () => [WhatIfChangeInput], { defaultValue: [], description: 'What else is imagined.' })
    changes: WhatIfChangeInput[],
    @Arg('request', () => MatchRequestInput, { nullable: true }) request: MatchRequestInput | null,
    @Arg('on', () => CalendarDateScalar, { nullable: true }) on: CalendarDate | null,
  ): Promise<WhatIfType> {
    return whatIf(signedIn(context), { vary, changes, request: readRequest(request), on });
  }

  @Allow(['enterprise'])
  @Query(() => [DoorType], { description: 'Which single changes would open the most products to your firm.' })
  doors(
    @Ctx() context: RequestContext,
    @Arg('request', () => MatchRequestInput, { nullable: true }) request: MatchRequestInput | null,
    @Arg('on', () => CalendarDateScalar, { nullable: true }) on: CalendarDate | null,
  ): Promise<readonly DoorType[]> {
    return doorsOf(signedIn(context), { request: readRequest(request), on });
  }

  @FieldResolver(() => ProductType)
  async product(@Root() { productId }: MatchType, @Ctx() context: RequestContext): Promise<ProductType> {
    return productShape(context.actor, await loaderOf(context, loadProducts).load(productId));
  }
}

@Resolver(() => MatchPageType)
export class MatchPageResolver {
  @FieldResolver(() => [AuthorisationAdviceType], { description: 'Which single authorisation settles the most, best first.' })
  advice(@Root() { adviceOf }: MatchPageType): readonly AuthorisationAdviceType[] {
    return adviceOf().map(adviceShape);
  }
}

const loadProducts = (context: RequestContext, ids: readonly string[]) => productsByIds(context.db.read, context.actor, ids);
