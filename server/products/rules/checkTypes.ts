import { Field, ObjectType } from 'type-graphql';
import { TextType } from '../../graphql/text';
import { checkRule, parseRule } from '../../matching/checkRule';
import { describeRule } from '../../matching/wording';
import type { Text } from '../../shared/text';

@ObjectType('RuleProblem')
export class RuleProblemType {
  @Field(() => String, { description: 'JSON pointer to the part that is wrong; empty for the rule as a whole.' })
  path!: string;

  @Field(() => String, { description: 'The stable name of what is wrong.' })
  rule!: string;

  @Field(() => TextType)
  text!: Text;
}

@ObjectType('RuleCheck', { description: 'What is wrong with a rule, or what it says in words, one sentence a clause.' })
export class RuleCheckType {
  @Field(() => [RuleProblemType])
  problems!: readonly RuleProblemType[];

  @Field(() => [TextType])
  sentences!: readonly Text[];
}

/** Checks a rule that is being written; a rule with problems has no sentences. */
export function checkOfRule(json: unknown): RuleCheckType {
  const problems = checkRule(json);
  return { problems, sentences: problems.length > 0 ? [] : describeRule(parseRule(json)).map(({ text }) => text) };
}
