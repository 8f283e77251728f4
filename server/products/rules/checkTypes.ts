import { Field, ObjectType } from 'type-graphql';
import { TextType } from '../../graphql/text';
import { checkRule, parseRule } from '../../matching/checkRule';
import { describeRule } from '../../matching/wording';
import type { Text } from '../../shared/text';
import { RuleSentenceType } from '../versionTypes';

@ObjectType('RuleProblem')
export class RuleProblemType {
  @Field(() => String, { description: 'JSON pointer to the part that is wrong; empty for the rule as a whole.' })
  path!: string;

  @Field(() => String, { description: 'The stable name of what is wrong.' })
  rule!: string;

  @Field(() => TextType)
  text!: Text;
}

@ObjectType('RuleCheck', { description: 'What is wrong with a rule, and what its sound clauses say in words.' })
export class RuleCheckType {
  @Field(() => [RuleProblemType])
  problems!: readonly RuleProblemType[];

  @Field(() => [RuleSentenceType])
  sentences!: readonly RuleSentenceType[];
}

/** Checks a rule that is being written; each clause that is sound by itself is put in words, whatever the others lack. */
export const checkOfRule = (json: object): RuleCheckType => ({
  problems: checkRule(json),
  sentences: clausesIn(json).flatMap((clause, index) => {
    const alone = { all: [clause] };
    if (checkRule(alone).length > 0) return [];
    return describeRule(parseRule(alone)).map(({ text }) => ({ path: `/all/${index}`, text }));
  }),
});

const clausesIn = (json: object): readonly unknown[] => ('all' in json && Array.isArray(json.all) ? json.all : []);
