import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../context';
import { loaderOf } from '../graphql/loader';
import { describeRule } from '../matching/wording';
import type { LprQuote } from '../shared/rate';
import { gapsOf } from './gaps';
import { lprQuotesAll } from './lpr/queries';
import { ratesShape } from './shapes';
import { AnnualRatesType, ProductVersionType, RuleSentenceType, TermsGapType } from './versionTypes';

@Resolver(() => ProductVersionType)
export class ProductVersionResolver {
  @FieldResolver(() => AnnualRatesType)
  async rates(@Root() version: ProductVersionType, @Ctx() context: RequestContext): Promise<AnnualRatesType> {
    return ratesShape(version.record.pricing, context.today, await loaderOf(context, loadQuotes).load('all'));
  }

  @FieldResolver(() => [RuleSentenceType], { description: 'The rule in words, one sentence a clause.' })
  ruleSentences(@Root() version: ProductVersionType): RuleSentenceType[] {
    return describeRule(version.rule);
  }

  @FieldResolver(() => [TermsGapType], { description: 'What a firm would want to know and the product does not state.' })
  gaps(@Root() version: ProductVersionType): TermsGapType[] {
    return gapsOf(version.record);
  }
}

/** The quotations once a request, however many products ask. */
const loadQuotes = async (context: RequestContext, keys: readonly 'all'[]): Promise<LprQuote[][]> => {
  const quotes = await lprQuotesAll(context.db.read);
  return keys.map(() => quotes);
};
