import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { choiceOf } from '../../graphql/choice';
import { ListInput } from '../../graphql/list';
import { CalendarDateScalar, FactValueScalar, Money, Rate } from '../../graphql/scalars';
import { TextType } from '../../graphql/text';
import type { AuthorisationAdvice } from '../../matching/advice';
import type { Purpose, RepaymentMethod, SecurityKind } from '../../matching/attributes';
import type { Change } from '../../matching/changes';
import type { Finding, FindingVerdict, PredicateFinding } from '../../matching/explain';
import type { FactValue } from '../../matching/facts';
import type { Verdict } from '../../matching/match';
import type { ProductLabel } from '../../products/vocabulary';
import { ProductLabelWord, PurposeWord, RepaymentMethodWord, SecurityKindWord } from '../../products/words';
import type { CalendarDate } from '../../shared/dates';
import type { Text } from '../../shared/text';
import type { MatchAnswer, MatchFilter, RankedMatch } from './queries';
import { MatchRankType, RankingType, rankingShape, rankShape } from './ranking/types';
import type { StatedRequest } from './request';

const verdicts = ['eligible', 'possible', 'notEligible'] as const satisfies readonly Verdict[];
export const VerdictWord = choiceOf('Verdict', verdicts, 'possible: something is unknown, and the finding says what.');
const FindingVerdictWord = choiceOf('FindingVerdict', ['met', 'unmet', 'unknown'] satisfies FindingVerdict[]);
const ChangeKindWord = choiceOf('ChangeKind', ['act', 'wait', 'fixed'], 'The firm can act, time will do it, or nothing helps.');

@ObjectType('Change', { description: 'The nearest way to meet what is not met.' })
export class ChangeType implements Change {
  @Field(() => String)
  attr!: Change['attr'];

  @Field(() => ChangeKindWord)
  kind!: Change['kind'];

  @Field(() => FactValueScalar, { nullable: true, description: 'The nearest value that would do.' })
  need!: FactValue | null;

  @Field(() => FactValueScalar, { nullable: true, description: "How far it is, in the attribute's unit." })
  gap!: number | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day on which time will have done it.' })
  on!: CalendarDate | null;

  @Field(() => TextType)
  text!: Text;
}

@ObjectType('PredicateFinding', { description: 'One comparison of a clause: what was asked for and what was measured.' })
export class PredicateFindingType implements PredicateFinding {
  @Field(() => String, { description: 'JSON pointer into terms or rule.' })
  path!: string;

  @Field(() => String)
  attr!: PredicateFinding['attr'];

  @Field(() => TextType)
  label!: Text;

  @Field(() => String)
  dataClass!: PredicateFinding['dataClass'];

  @Field(() => FindingVerdictWord)
  verdict!: FindingVerdict;

  @Field(() => TextType, { description: 'The sentence that says the comparison.' })
  text!: Text;

  @Field(() => String)
  op!: PredicateFinding['op'];

  @Field(() => FactValueScalar)
  required!: PredicateFinding['required'];

  @Field(() => FactValueScalar, { nullable: true })
  measured!: FactValue | null;

  @Field(() => TextType, { nullable: true })
  measuredText!: Text | null;

  @Field(() => String, { nullable: true })
  unit!: PredicateFinding['unit'];

  @Field(() => CalendarDateScalar, { nullable: true })
  asOf!: CalendarDate | null;

  @Field(() => String, { nullable: true })
  source!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is unknown: missing, notConsented, disputed, stale or tooCoarse.' })
  reason!: PredicateFinding['reason'];

  @Field(() => [String], { description: 'The classes whose authorisation would settle it.' })
  authorise!: PredicateFinding['authorise'];

  @Field(() => [String], { description: 'The classes whose records are missing, disputed or out of date.' })
  awaiting!: PredicateFinding['awaiting'];

  @Field(() => ChangeType, { nullable: true })
  change!: Change | null;
}

@ObjectType('Finding', { description: 'One clause of a product, judged.' })
export class FindingType implements Finding {
  @Field(() => String, { description: 'JSON pointer: /terms/… of the terms, /all/… of the rule.' })
  path!: string;

  @Field(() => FindingVerdictWord)
  verdict!: FindingVerdict;

  @Field(() => TextType, { description: 'The sentence that says the clause.' })
  text!: Text;

  @Field(() => [PredicateFindingType])
  predicates!: readonly PredicateFinding[];

  @Field(() => [String])
  authorise!: Finding['authorise'];

  @Field(() => [String])
  awaiting!: Finding['awaiting'];

  @Field(() => [ChangeType], { description: 'What would meet an unmet clause, together.' })
  changes!: readonly Change[];
}

@ObjectType('Match', { description: 'The verdict on one product in force, with one finding for each of its clauses.' })
export class MatchType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  productId!: string;

  @Field(() => ID, { description: 'The version of the product that was judged.' })
  versionId!: string;

  @Field(() => VerdictWord)
  verdict!: Verdict;

  @Field(() => [FindingType])
  findings!: readonly Finding[];

  @Field(() => VerdictWord, { nullable: true, description: 'Where one clause alone is unmet: the verdict once it is met.' })
  verdictAfterChanges!: Verdict | null;

  @Field(() => MatchRankType)
  rank!: MatchRankType;
}

export const matchShape = ({ place, standing, ...found }: RankedMatch): MatchType => ({
  id: found.productId,
  ...found,
  rank: rankShape(place, standing),
});

@ObjectType('MatchCounts')
export class MatchCountsType {
  @Field(() => Int)
  eligible!: number;

  @Field(() => Int)
  possible!: number;

  @Field(() => Int)
  notEligible!: number;
}

@ObjectType('AuthorisationAdvice', { description: 'How many possible products one authorisation alone would decide.' })
export class AuthorisationAdviceType {
  @Field(() => String)
  dataClass!: string;

  @Field(() => Int)
  decidable!: number;

  @Field(() => [ID])
  productIds!: readonly string[];
}

export const adviceShape = ({ dataClass, productIds }: AuthorisationAdvice): AuthorisationAdviceType => ({
  dataClass,
  decidable: productIds.length,
  productIds,
});

@ObjectType('MatchPage')
export class MatchPageType {
  @Field(() => [MatchType])
  items!: readonly MatchType[];

  @Field(() => Int, { description: 'How many there are of the verdict asked for.' })
  total!: number;

  @Field(() => MatchCountsType, { description: 'Over all products that label and security keep.' })
  counts!: MatchCountsType;

  @Field(() => RankingType)
  ranking!: RankingType;

  @Field(() => CalendarDateScalar, { description: 'The day that was judged.' })
  today!: CalendarDate;

  @Field(() => String)
  engineVersion!: string;

  @Field(() => String, { description: 'SHA-256 of all that the answer depends on.' })
  inputDigest!: string;

  /** The field `advice`, which its resolver asks for. */
  adviceOf!: MatchAnswer['advice'];
}

export const matchPageShape = ({ advice, ...answer }: MatchAnswer): MatchPageType => ({
  ...answer,
  items: answer.items.map(matchShape),
  adviceOf: advice,
  ranking: rankingShape(answer.counted),
});

@InputType('MatchFilter')
class MatchFilterInput implements MatchFilter {
  @Field(() => VerdictWord, { nullable: true })
  verdict?: Verdict | null;

  @Field(() => ProductLabelWord, { nullable: true })
  label?: ProductLabel | null;

  @Field(() => SecurityKindWord, { nullable: true, description: 'Products that take this security.' })
  security?: SecurityKind | null;
}

@InputType({ description: 'sort: best (by score), cheapest, fastest or largest, always within what a firm qualifies for first.' })
export class MatchListInput extends ListInput {
  @Field(() => MatchFilterInput, { nullable: true })
  filter?: MatchFilterInput | null;
}

@InputType('MatchRequest', { description: 'What the firm asks for; what it does not say stays unknown.' })
export class MatchRequestInput implements StatedRequest {
  @Field(() => Money, { nullable: true })
  amountFen?: number | null;

  @Field(() => Int, { nullable: true })
  termMonths?: number | null;

  @Field(() => PurposeWord, { nullable: true })
  purpose?: Purpose | null;

  @Field(() => [SecurityKindWord], { nullable: true, description: 'What the firm can give; empty when nothing.' })
  securities?: SecurityKind[] | null;

  @Field(() => Rate, { nullable: true, description: 'The highest annual rate it would pay.' })
  rateBpsMax?: number | null;

  @Field(() => [RepaymentMethodWord], { nullable: true, description: 'Any will do when left out.' })
  repaymentMethods?: RepaymentMethod[] | null;
}
