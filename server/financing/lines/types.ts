import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ListInput, pageOf } from '../../graphql/list';
import { CalendarDateScalar, InstantScalar, Money } from '../../graphql/scalars';
import { TextType } from '../../graphql/text';
import type { Actor } from '../../shared/actor';
import type { CalendarDate, Instant } from '../../shared/dates';
import type { Text } from '../../shared/text';
import { DrawBlockWord, DrawdownStateWord, LineReasonCodeWord, LineStateWord } from '../words';
import { verbsOnLine } from './access';
import type { DrawdownInput } from './drawdown';
import type { OpenLineInput } from './openLine';
import type { LineView } from './queries';
import { type LineReasonCode, lineReasonCodes, lineReasons } from './reasons';
import { type DrawBlock, drawBlockWords } from './standing';
import type { CreditLine, Drawdown } from './tables';

@ObjectType('LineReason', { description: 'Why a bank freezes or closes a line, or does not pay a drawdown.' })
export class LineReasonType {
  @Field(() => LineReasonCodeWord)
  code!: LineReasonCode;

  @Field(() => TextType)
  label!: Text;

  @Field(() => Boolean, { description: 'The bank must explain it in its own words.' })
  needsText!: boolean;
}

const lineReasonShape = (code: LineReasonCode): LineReasonType => ({ code, ...lineReasons[code] });

export const lineReasonShapes: readonly LineReasonType[] = lineReasonCodes.map(lineReasonShape);

@ObjectType('Drawdown', { description: 'A request to draw from a line, and the loan that came of it.' })
export class DrawdownType {
  @Field(() => Int)
  number!: number;

  @Field(() => Money)
  amountFen!: number;

  @Field(() => Int)
  termMonths!: number;

  @Field(() => DrawdownStateWord)
  state!: Drawdown['state'];

  @Field(() => ID, { nullable: true, description: 'The loan.' })
  transactionId!: string | null;

  @Field(() => LineReasonType, { nullable: true, description: 'Why the bank did not pay it out.' })
  reason!: LineReasonType | null;

  @Field(() => String, { nullable: true })
  reasonText!: string | null;

  @Field(() => InstantScalar)
  requestedAt!: Instant;
}

@ObjectType('CreditLine', { description: "The limit of a signed contract that is drawn in parts; its id is the application's." })
export class CreditLineType {
  /** What the nested fields are found by. */
  record!: CreditLine;
  productVersionId!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => Money)
  limitFen!: number;

  @Field(() => Boolean, { description: 'What is repaid can be drawn again.' })
  isRevolving!: boolean;

  @Field(() => CalendarDateScalar)
  validUntil!: CalendarDate;

  @Field(() => String, { nullable: true, description: 'To be met before the first drawdown.' })
  conditions!: string | null;

  @Field(() => InstantScalar, { nullable: true })
  conditionsMetAt!: Instant | null;

  @Field(() => LineStateWord)
  state!: CreditLine['state'];

  @Field(() => LineReasonType, { nullable: true, description: 'Why it is frozen or closed.' })
  reason!: LineReasonType | null;

  @Field(() => String, { nullable: true })
  reasonText!: string | null;

  @Field(() => Money, { description: 'Of a revolving line the principal owed; of another everything ever drawn.' })
  drawnFen!: number;

  @Field(() => Money, { description: 'Asked for and not yet answered.' })
  askedFen!: number;

  @Field(() => Money)
  availableFen!: number;

  @Field(() => DrawBlockWord, { nullable: true, description: 'Why nothing can be drawn now; null: it can.' })
  block!: DrawBlock | null;

  @Field(() => TextType, { nullable: true })
  blockText!: Text | null;

  @Field(() => [DrawdownType])
  drawdowns!: readonly DrawdownType[];

  @Field(() => [String])
  allowedVerbs!: readonly string[];
}

/** A line as `actor`, a party to it, is shown it. */
export function lineShape(actor: Actor, view: LineView): CreditLineType {
  const { line, standing, drawdowns, productVersionId } = view;
  const { drawnFen, askedFen, availableFen, block } = standing;
  return {
    ...line,
    record: line,
    productVersionId,
    drawnFen,
    askedFen,
    availableFen,
    block,
    blockText: block === null ? null : drawBlockWords[block],
    reason: line.reasonCode === null ? null : lineReasonShape(line.reasonCode),
    drawdowns: drawdowns.map(each => ({ ...each, reason: each.reasonCode === null ? null : lineReasonShape(each.reasonCode) })),
    allowedVerbs: verbsOnLine(actor, view),
  };
}

export const CreditLinePage = pageOf(CreditLineType, 'CreditLine');

@InputType()
export class CreditLineListInput extends ListInput {}

@InputType('OpenLineInput')
export class OpenLineInputType implements OpenLineInput {
  @Field(() => Boolean)
  isRevolving!: boolean;

  @Field(() => CalendarDateScalar)
  validUntil!: CalendarDate;

  @Field(() => String, { nullable: true, description: 'To be met before the first drawdown.' })
  conditions?: string | null;
}

@InputType('DrawdownInput')
export class DrawdownInputType implements DrawdownInput {
  @Field(() => Money)
  amountFen!: number;

  @Field(() => Int)
  termMonths!: number;
}
