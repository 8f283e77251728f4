import { Field, Float, Int, ObjectType } from 'type-graphql';
import { choiceOf } from '../../../graphql/choice';
import { Money, Rate } from '../../../graphql/scalars';
import type { RepaymentMethod } from '../../../matching/attributes';
import { type Chance, type Place, type ScorePart, scoreParts, type Tier, tiers, weights } from '../../../matching/rank';
import { RepaymentMethodWord } from '../../../products/words';
import { defaultLoan, type ExpectedCost } from './expectedCost';
import type { ProductStanding, Speed } from './standings';

const TierWord = choiceOf('MatchTier', tiers, 'oneMoveAway: one clause that can be changed is all that is missing.');
const ScorePartWord = choiceOf('ScorePart', scoreParts);
const ChanceBasisWord = choiceOf('ChanceBasis', ['product', 'family', 'all'] satisfies Chance['basis'][]);
const SpeedBasisWord = choiceOf('SpeedBasis', ['measured', 'promised'] satisfies Speed['basis'][]);
const MissingCostWord = choiceOf('MissingCost', ['rate', 'fee', 'feesTooHigh'] satisfies ExpectedCost['missing'][]);

@ObjectType('ExpectedCost', { description: 'What a loan of the product would cost a year, fees included (IRR).' })
class ExpectedCostType implements ExpectedCost {
  @Field(() => Rate, { nullable: true, description: 'At the lowest rate stated.' })
  costBpsMin!: number | null;

  @Field(() => Rate, { nullable: true, description: 'At the highest rate stated.' })
  costBpsMax!: number | null;

  @Field(() => MissingCostWord, { nullable: true, description: 'Why there is no figure.' })
  missing!: ExpectedCost['missing'];

  @Field(() => Money, { description: 'The amount it was reckoned for.' })
  amountFen!: number;

  @Field(() => Int)
  termMonths!: number;

  @Field(() => RepaymentMethodWord)
  repaymentMethod!: RepaymentMethod;
}

@ObjectType('Chance', { description: 'How likely a yes is, from decisions so far, smoothed.' })
class ChanceType implements Chance {
  @Field(() => Rate)
  approvalBps!: number;

  @Field(() => ChanceBasisWord, { description: 'The narrowest circle with enough decisions to carry the figure.' })
  basis!: Chance['basis'];
}

@ObjectType('Speed')
export class SpeedType implements Speed {
  @Field(() => Float, { description: 'Calendar days from application to decision.' })
  days!: number;

  @Field(() => SpeedBasisWord)
  basis!: Speed['basis'];

  @Field(() => Int, { nullable: true })
  workingDaysPromised!: number | null;
}

@ObjectType('ScoredPart')
class ScoredPartType {
  @Field(() => ScorePartWord)
  part!: ScorePart;

  @Field(() => Float, { nullable: true, description: 'From 0 to 1; null where it is not known, which earns nothing.' })
  value!: number | null;
}

@ObjectType('MatchRank', { description: 'Where a product stands among the matches, and why.' })
export class MatchRankType {
  @Field(() => TierWord)
  tier!: Tier;

  @Field(() => Float, { description: 'The weighted mean of the parts that count, from 0 to 1.' })
  score!: number;

  @Field(() => [ScoredPartType])
  parts!: readonly ScoredPartType[];

  @Field(() => ExpectedCostType)
  cost!: ExpectedCost;

  @Field(() => ChanceType, { nullable: true })
  chance!: Chance | null;

  @Field(() => SpeedType, { nullable: true })
  speed!: Speed | null;
}

export const rankShape = ({ tier, score, parts }: Place, { cost, chance, speed }: ProductStanding): MatchRankType => ({
  tier,
  score,
  parts: scoreParts.map(part => ({ part, value: parts[part] })),
  cost,
  chance,
  speed,
});

@ObjectType('ScoreWeight')
class ScoreWeightType {
  @Field(() => ScorePartWord)
  part!: ScorePart;

  @Field(() => Int, { description: 'In hundredths of the whole.' })
  weight!: number;

  @Field(() => Boolean, { description: 'False where no product has this part: the others then share its weight.' })
  isCounted!: boolean;
}

@ObjectType('Ranking', { description: 'How the list was ranked. No place in it can be paid for.' })
export class RankingType {
  @Field(() => [ScoreWeightType])
  weights!: readonly ScoreWeightType[];

  @Field(() => Money, { description: 'The amount that costs are reckoned for where the request says none.' })
  defaultAmountFen!: number;

  @Field(() => Int)
  defaultTermMonths!: number;
}

export const rankingShape = (counted: readonly ScorePart[]): RankingType => ({
  weights: scoreParts.map(part => ({ part, weight: weights[part], isCounted: counted.includes(part) })),
  defaultAmountFen: defaultLoan.amountFen,
  defaultTermMonths: defaultLoan.termMonths,
});
