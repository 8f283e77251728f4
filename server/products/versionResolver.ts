import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../context';
import { loaderOf } from '../graphql/loader';
import { TextType } from '../graphql/text';
import { describeIndustry, describeRegion, describeRule } from '../matching/wording';
import type { LprQuote } from '../shared/rate';
import type { Text } from '../shared/text';
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

  @FieldResolver(() => [TextType], { description: 'The names of `regionCodes`, in their order.' })
  regions(@Root() version: ProductVersionType): Text[] {
    return version.regionCodes.map(describeRegion);
  }

  @FieldResolver(() => [TextType], { description: 'The names of `industryCodes`, in their order.' })
  industries(@Root() version: ProductVersionType): Text[] {
    return version.industryCodes.map(describeIndustry);
  }

  @FieldResolver(() => [TextType], { description: 'The names of `industryCodesExcluded`, in their order.' })
  industriesExcluded(@Root() version: ProductVersionType): Text[] {
    return version.industryCodesExcluded.map(describeIndustry);
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
