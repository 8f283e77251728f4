import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { CalendarDateScalar } from '../../graphql/scalars';
import { RuleJson } from '../../products/rules/ruleJson';
import type { CalendarDate } from '../../shared/dates';
import type { ClauseReach, ReachQuestion, RuleReach } from './ruleReach';

@ObjectType('ClauseReach', { description: 'How many firms one clause alone keeps out: they certainly meet everything else.' })
export class ClauseReachType implements ClauseReach {
  @Field(() => String, { description: 'JSON pointer: /terms/… of the terms, /all/… of the rule.' })
  path!: string;

  @Field(() => Int, { nullable: true, description: 'Rounded to 5; null for fewer than 3.' })
  excluded!: number | null;
}

@ObjectType('RuleReach', {
  description: 'How many firms of the city a rule reaches; counts are rounded to 5, null for fewer than 3.',
})
export class RuleReachType implements RuleReach {
  @Field(() => Boolean, { description: 'The firms are still being read: `done` of `total`, and no counts yet.' })
  isLoading!: boolean;

  @Field(() => Int)
  done!: number;

  @Field(() => Int)
  total!: number;

  @Field(() => Int, { description: 'The last change that the counts know of.' })
  seq!: number;

  @Field(() => CalendarDateScalar, { description: 'The day that the counts are of.' })
  day!: CalendarDate;

  @Field(() => Int, { nullable: true })
  firms!: number | null;

  @Field(() => Int, { nullable: true })
  eligible!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of which something that the rule asks is not known.' })
  possible!: number | null;

  @Field(() => [ClauseReachType])
  clauses!: readonly ClauseReachType[];
}

@InputType('RuleReachInput')
export class RuleReachInput implements ReachQuestion {
  @Field(() => RuleJson)
  rule!: object;

  @Field(() => [String], { nullable: true, description: 'GB/T 2260; everywhere when left out.' })
  regionCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'GB/T 4754.' })
  industryCodes?: string[] | null;

  @Field(() => [String], { nullable: true })
  industryCodesExcluded?: string[] | null;
}
