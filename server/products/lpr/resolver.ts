import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, AllowAnyone, signedIn, working } from '../../graphql/guard';
import type { Page } from '../../shared/list';
import { listLprQuotes } from './queries';
import { recordLprQuote } from './recordLprQuote';
import { LprQuoteInputType, LprQuoteListInput, LprQuotePage, LprQuoteType } from './types';

@Resolver()
export class LprResolver {
  @AllowAnyone()
  @Query(() => LprQuotePage, { description: 'The loan prime rate as published, newest first.' })
  lprQuotes(
    @Ctx() context: RequestContext,
    @Arg('list', () => LprQuoteListInput, { defaultValue: {} }) list: LprQuoteListInput,
  ): Promise<Page<LprQuoteType>> {
    return listLprQuotes(context.db.read, list);
  }

  @Allow(['operator'], working)
  @Mutation(() => LprQuoteType)
  recordLprQuote(
    @Ctx() context: RequestContext,
    @Arg('input', () => LprQuoteInputType) input: LprQuoteInputType,
  ): Promise<LprQuoteType> {
    return recordLprQuote(signedIn(context), input);
  }
}
