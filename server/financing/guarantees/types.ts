import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { choiceOf } from '../../graphql/choice';
import { ListInput, pageOf } from '../../graphql/list';
import { InstantScalar, Money, Rate } from '../../graphql/scalars';
import type { Actor } from '../../shared/actor';
import type { Instant } from '../../shared/dates';
import { ReasonType, reasonShape } from '../applications/types';
import { GuarantorLimitWord, PartyRoleWord } from '../riskSharing/choices';
import type { GuarantorLimit, LimitFinding } from '../riskSharing/limits';
import type { PartyRole } from '../riskSharing/shares';
import { type GuaranteeState, guaranteeStates, verbsOnGuarantee } from './access';
import { type GuaranteeShelf, type GuaranteeView, guaranteeShelves } from './queries';
import { type DecisionState, decisionStates, type GuaranteeDecision } from './tables';

const GuaranteeStateWord = choiceOf('GuaranteeState', guaranteeStates);
const GuaranteeShelfWord = choiceOf('GuaranteeShelf', guaranteeShelves);
const DecisionStateWord = choiceOf('GuaranteeDecisionState', decisionStates);

@ObjectType('GuarantorLimitFinding', { description: 'A limit with what is allowed, used, asked for and left.' })
export class LimitFindingType implements LimitFinding {
  @Field(() => GuarantorLimitWord)
  limit!: GuarantorLimit;

  @Field(() => Money)
  limitFen!: number;

  @Field(() => Money)
  usedFen!: number;

  @Field(() => Money)
  thisFen!: number;

  @Field(() => Money)
  leftFen!: number;

  @Field(() => Boolean)
  isWithin!: boolean;
}

@ObjectType('GuaranteeDecision', { description: 'What a guarantor or insurer says to a loan.' })
export class GuaranteeDecisionType {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => PartyRoleWord)
  role!: PartyRole;

  @Field(() => Money, { description: 'Its part, should all be lost.' })
  liabilityFen!: number;

  @Field(() => DecisionStateWord)
  state!: DecisionState;

  @Field(() => [LimitFindingType], { description: 'As they were when it was asked, and then when it decided; its own to see.' })
  limits!: readonly LimitFinding[];

  @Field(() => ReasonType, { nullable: true })
  reason!: ReasonType | null;

  @Field(() => String, { nullable: true })
  reasonText!: string | null;

  @Field(() => InstantScalar, { nullable: true })
  decidedAt!: Instant | null;
}

@ObjectType('Guarantee', { description: 'A loan that is made under a risk-sharing scheme.' })
export class GuaranteeType {
  /** What the nested fields are found by. */
  view!: GuaranteeView;

  @Field(() => ID, { description: "The application's too." })
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => GuaranteeStateWord)
  state!: GuaranteeState;

  @Field(() => Money)
  amountFen!: number;

  @Field(() => Int)
  termMonths!: number;

  @Field(() => Money, { nullable: true, description: 'What is still owed of the loan; null before it is paid out.' })
  balanceFen!: number | null;

  @Field(() => Rate, { description: 'What is not the risk of the bank.' })
  guaranteedBps!: number;

  @Field(() => [GuaranteeDecisionType])
  decisions!: readonly GuaranteeDecisionType[];

  @Field(() => InstantScalar)
  requestedAt!: Instant;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the frozen shares with the hash of the terms.' })
  sharesHash!: string | null;

  @Field(() => InstantScalar, { nullable: true })
  approvedAt!: Instant | null;

  @Field(() => ID, { nullable: true })
  transactionId!: string | null;

  @Field(() => [String])
  allowedVerbs!: readonly string[];
}

/** A guarantee as `actor`, who has to do with it, is shown it: what a guarantor has left of its limits is its own affair. */
export function guaranteeShape(actor: Actor, view: GuaranteeView): GuaranteeType {
  const { guarantee, application, version, decisions, loan, balanceFen, state } = view;
  const bank = version.parties.find(({ role }) => role === 'bank');
  const isParty = actor.organisationId === guarantee.institutionId || actor.organisationId === guarantee.enterpriseId;
  return {
    ...guarantee,
    view,
    state,
    termMonths: loan?.termMonths ?? application.termMonths,
    balanceFen,
    guaranteedBps: 10_000 - (bank?.shareBps ?? 0),
    decisions: decisions.map(decision => decisionShape(actor, decision, view)),
    transactionId: isParty ? (loan?.id ?? null) : null,
    allowedVerbs: verbsOnGuarantee(actor, state, decisions),
  };
}

const decisionShape = (actor: Actor, decision: GuaranteeDecision, { version }: GuaranteeView): GuaranteeDecisionType => ({
  ...decision,
  name: version.parties.find(({ organisationId }) => organisationId === decision.organisationId)?.name ?? '',
  limits: decision.organisationId === actor.organisationId ? decision.limits : [],
  reason: decision.reasonCode && reasonShape(decision.reasonCode),
});

export const GuaranteePage = pageOf(GuaranteeType, 'Guarantee');

@InputType('GuaranteeFilter')
class GuaranteeFilterInput {
  @Field(() => GuaranteeShelfWord, { nullable: true, description: 'toDecide: waits for your decision.' })
  shelf?: GuaranteeShelf | null;
}

@InputType()
export class GuaranteeListInput extends ListInput {
  @Field(() => GuaranteeFilterInput, { nullable: true })
  filter?: GuaranteeFilterInput | null;
}
