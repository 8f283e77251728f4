import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { choiceOf } from '../../graphql/choice';
import { ListInput, pageOf } from '../../graphql/list';
import { InstantScalar } from '../../graphql/scalars';
import { TextType } from '../../graphql/text';
import type { Actor } from '../../shared/actor';
import type { Instant } from '../../shared/dates';
import type { Text } from '../../shared/text';
import { verbsOnDelivery } from './access';
import type { DeliveryFilter, DeliveryView } from './queries';
import {
  type DeliveryChannel,
  type DeliveryProblem,
  type DeliveryState,
  deliveryChannels,
  deliveryProblems,
  deliveryStates,
} from './tables';

const ChannelWord = choiceOf('DeliveryChannel', deliveryChannels);
const StateWord = choiceOf('DeliveryState', deliveryStates);
const ProblemWord = choiceOf('DeliveryProblem', deliveryProblems);
const VerbWord = choiceOf('DeliveryVerb', ['replayDelivery']);

@ObjectType('Delivery', { description: 'One message on its way to one address outside the platform.' })
export class DeliveryType {
  @Field(() => ID)
  id!: string;

  @Field(() => ChannelWord)
  channel!: DeliveryChannel;

  @Field(() => String, { description: 'Whose message it is.' })
  organisation!: string;

  @Field(() => String, { description: 'The e-mail address, or the address of the webhook.' })
  destination!: string;

  @Field(() => TextType, { nullable: true, description: 'What it says; its recipient alone reads it.' })
  title!: Text | null;

  @Field(() => String, { nullable: true, description: 'As a webhook is told: application.submitted.' })
  eventType!: string | null;

  @Field(() => StateWord)
  state!: DeliveryState;

  @Field(() => Int)
  attempts!: number;

  @Field(() => Int, { nullable: true, description: 'The status that the other side last answered with.' })
  lastStatus!: number | null;

  @Field(() => ProblemWord, { nullable: true, description: 'What went wrong with the last attempt.' })
  lastProblem!: DeliveryProblem | null;

  @Field(() => InstantScalar, { nullable: true })
  lastAttemptAt!: Instant | null;

  @Field(() => InstantScalar, { nullable: true })
  nextAttemptAt!: Instant | null;

  @Field(() => InstantScalar)
  createdAt!: Instant;

  @Field(() => [VerbWord])
  allowedVerbs!: readonly 'replayDelivery'[];
}

export const DeliveryPage = pageOf(DeliveryType, 'Delivery');

export const deliveryShape = (actor: Actor, { delivery, ...named }: DeliveryView): DeliveryType => ({
  ...delivery,
  ...named,
  allowedVerbs: verbsOnDelivery(actor, delivery),
});

@InputType('DeliveryFilter')
class DeliveryFilterInput implements DeliveryFilter {
  @Field(() => ID, { nullable: true })
  webhookId?: string | null;

  @Field(() => StateWord, { nullable: true })
  state?: DeliveryState | null;
}

@InputType()
export class DeliveryListInput extends ListInput {
  @Field(() => DeliveryFilterInput, { nullable: true })
  filter?: DeliveryFilterInput | null;
}
