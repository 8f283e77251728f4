import { Field, ObjectType } from 'type-graphql';
import { choiceOf } from '../../graphql/choice';
import { TextType } from '../../graphql/text';
import type { IndustryLevel } from '../../shared/industries';
import type { Region, RegionLevel } from '../../shared/regions';
import type { Text } from '../../shared/text';

const RegionLevelWord = choiceOf('RegionLevel', ['province', 'city', 'county', 'town']);
const IndustryLevelWord = choiceOf('IndustryLevel', ['section', 'division', 'group', 'class'], '门类、大类、中类、小类');

@ObjectType('Region', { description: 'A division of the four-level tree (GB/T 2260).' })
export class RegionType implements Region {
  @Field(() => String)
  code!: string;

  @Field(() => RegionLevelWord)
  level!: RegionLevel;

  @Field(() => String, { nullable: true, description: 'Null for a province.' })
  parentCode!: string | null;

  @Field(() => TextType)
  name!: Text;
}

@ObjectType('Industry', { description: 'An entry of 国民经济行业分类, GB/T 4754-2017.' })
export class IndustryType {
  @Field(() => String)
  code!: string;

  @Field(() => IndustryLevelWord)
  level!: IndustryLevel;

  @Field(() => String, { nullable: true, description: 'Null for a section.' })
  parentCode!: string | null;

  @Field(() => TextType)
  name!: Text;

  @Field(() => [TextType], { description: 'The names from the section down to this entry.' })
  path!: Text[];
}
