import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../context';
import { loaderOf } from '../graphql/loader';
import { TextType } from '../graphql/text';
import type { Purpose } from '../matching/attributes';
import type { Rule } from '../matching/rule';
import { describeIndustry, describeRegion, describeRule } from '../matching/wording';
import type { LprQuote } from '../shared/rate';
import type { Text } from '../shared/text';
import { gapsOf } from './gaps';
import { loadVersions } from './loaders';
import { lprQuotesAll } from './lpr/queries';
import type { ListedVersion } from './queries';
import { ReadingType } from './reading/types';
import { RuleJson } from './rules/ruleJson';
import { pricingShape, ratesShape } from './shapes';
import type { ProductVersion } from './tables';
import { FeeType, PricingType, ProductContactType, PromisedDaysType } from './termTypes';
import { AnnualRatesType, ProductVersionType, RuleSentenceType, TermsGapType } from './versionTypes';
import { PurposeWord } from './words';

@Resolver(() => ProductVersionType)
export class ProductVersionResolver {
  @FieldResolver(() => PricingType, { nullable: true, description: 'Null: not published.' })
  pricing(@Root() { pricing }: ProductVersionType): PricingType | null {
    return pricing && pricingShape(pricing);
  }

  @FieldResolver(() => AnnualRatesType)
  async rates(@Root() version: ProductVersionType, @Ctx() context: RequestContext): Promise<AnnualRatesType> {
    return ratesShape(version.pricing, context.today, await loaderOf(context, loadQuotes).load('all'));
  }

  @FieldResolver(() => [RuleSentenceType], { description: 'The rule in words, one sentence a clause.' })
  async ruleSentences(@Root() version: ProductVersionType, @Ctx() context: RequestContext): Promise<RuleSentenceType[]> {
    return describeRule((await whole(version, context)).rule);
  }

  @FieldResolver(() => [TextType], { description: 'The names of `regionCodes`, in their order.' })
  async regions(@Root() version: ProductVersionType, @Ctx() context: RequestContext): Promise<Text[]> {
    return (await whole(version, context)).regionCodes.map(describeRegion);
  }

  @FieldResolver(() => [TextType], { description: 'The names of `industryCodes`, in their order.' })
  async industries(@Root() version: ProductVersionType, @Ctx() context: RequestContext): Promise<Text[]> {
    return (await whole(version, context)).industryCodes.map(describeIndustry);
  }

  @FieldResolver(() => [TextType], { description: 'The names of `industryCodesExcluded`, in their order.' })
  async industriesExcluded(@Root() version: ProductVersionType, @Ctx() context: RequestContext): Promise<Text[]> {
    return (await whole(version, context)).industryCodesExcluded.map(describeIndustry);
  }

  @FieldResolver(() => [TermsGapType], { description: 'What a firm would want to know and the product does not state.' })
  async gaps(@Root() version: ProductVersionType, @Ctx() context: RequestContext): Promise<TermsGapType[]> {
    return gapsOf(await whole(version, context));
  }

  @FieldResolver(() => [FeeType])
  async fees(@Root() version: ProductVersionType, @Ctx() context: RequestContext): Promise<readonly FeeType[]> {
    return (await whole(version, context)).fees;
  }

  @FieldResolver(() => [PurposeWord])
  async purposes(@Root() version: ProductVersionType, @Ctx() context: RequestContext): Promise<readonly Purpose[]> {
    return (await whole(version, context)).purposes;
  }

  @FieldResolver(() => [String], { description: 'Where the firm must be; empty: anywhere.' })
  async regionCodes(@Root() version: ProductVersionType, @Ctx() context: RequestContext): Promise<readonly string[]> {
    return (await whole(version, context)).regionCodes;
  }

  @FieldResolver(() => [String], { description: 'GB/T 4754 codes; empty: any.' })
  async industryCodes(@Root() version: ProductVersionType, @Ctx() context: RequestContext): Promise<readonly string[]> {
    return (await whole(version, context)).industryCodes;
  }

  @FieldResolver(() => [String])
  async industryCodesExcluded(@Root() version: ProductVersionType, @Ctx() context: RequestContext): Promise<readonly string[]> {
    return (await whole(version, context)).industryCodesExcluded;
  }

  @FieldResolver(() => [String])
  async documents(@Root() version: ProductVersionType, @Ctx() context: RequestContext): Promise<readonly string[]> {
    return (await whole(version, context)).documents;
  }

  @FieldResolver(() => PromisedDaysType, { description: 'Working days promised for each step.' })
  async promisedDays(@Root() version: ProductVersionType, @Ctx() context: RequestContext): Promise<PromisedDaysType> {
    return (await whole(version, context)).promisedDays;
  }

  @FieldResolver(() => RuleJson)
  async rule(@Root() version: ProductVersionType, @Ctx() context: RequestContext): Promise<Rule> {
    return (await whole(version, context)).rule;
  }

  @FieldResolver(() => String, { nullable: true })
  async conditionsText(@Root() version: ProductVersionType, @Ctx() context: RequestContext): Promise<string | null> {
    return (await whole(version, context)).conditionsText;
  }

  @FieldResolver(() => String, { nullable: true })
  async introduction(@Root() version: ProductVersionType, @Ctx() context: RequestContext): Promise<string | null> {
    return (await whole(version, context)).introduction;
  }

  @FieldResolver(() => ProductContactType)
  async contact(@Root() version: ProductVersionType, @Ctx() context: RequestContext): Promise<ProductContactType> {
    return (await whole(version, context)).contact;
  }

  @FieldResolver(() => String, { nullable: true })
  async sourceNote(@Root() version: ProductVersionType, @Ctx() context: RequestContext): Promise<string | null> {
    return (await whole(version, context)).sourceNote;
  }

  @FieldResolver(() => String)
  async ruleDigest(@Root() version: ProductVersionType, @Ctx() context: RequestContext): Promise<string> {
    return (await whole(version, context)).ruleDigest;
  }

  @FieldResolver(() => [ReadingType], { description: 'Imported products: how each published phrase was read.' })
  async readings(@Root() version: ProductVersionType, @Ctx() context: RequestContext): Promise<readonly ReadingType[]> {
    return (await whole(version, context)).reading ?? [];
  }
}

/** All of a version: as it was read, or asked now for the whole page of a list at once. */
const whole = async (version: ListedVersion | ProductVersion, context: RequestContext): Promise<ProductVersion> =>
  'rule' in version ? version : loaderOf(context, loadVersions).load(version.id);

/** The quotations once a request, however many products ask. */
const loadQuotes = async (context: RequestContext, keys: readonly 'all'[]): Promise<LprQuote[][]> => {
  const quotes = await lprQuotesAll(context.db.read);
  return keys.map(() => quotes);
};
