import { Arg, Query, Resolver } from 'type-graphql';
import { AllowAnyone } from '../../graphql/guard';
import { childRegions, type Region, regionPath } from '../../shared/regions';
import { type FoundIndustry, findIndustries } from './queries';
import { IndustryType, RegionType } from './types';

/** Public classifications: a firm that registers has no account yet and needs both. */
@Resolver()
export class ClassificationResolver {
  @AllowAnyone()
  @Query(() => [RegionType], { description: 'The divisions directly below `parent`; the provinces when it is left out.' })
  regions(@Arg('parent', () => String, { nullable: true }) parent?: string | null): readonly Region[] {
    return childRegions(parent ?? null);
  }

  @AllowAnyone()
  @Query(() => [RegionType], { description: 'The divisions from the province down to `code`.' })
  regionPath(@Arg('code', () => String) code: string): readonly Region[] {
    return regionPath(code);
  }

  @AllowAnyone()
  @Query(() => [IndustryType], { description: 'Industries by code or name, at most 30.' })
  industries(@Arg('q', () => String) q: string): FoundIndustry[] {
    return findIndustries(q);
  }
}
