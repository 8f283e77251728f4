import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { choiceOf } from '../../graphql/choice';
import { InstantScalar } from '../../graphql/scalars';
import type { Actor } from '../../shared/actor';
import type { Instant } from '../../shared/dates';
import { WishTopicWord } from '../email/types';
import type { WishTopic } from '../kinds/kind';
import { verbsOnWebhook, type WebhookOperation } from './access';
import type { WebhookInput } from './registerWebhook';
import { type Webhook, type WebhookState, webhookStates } from './tables';

const StateWord = choiceOf('WebhookState', webhookStates);
const VerbWord = choiceOf<WebhookOperation>('WebhookVerb', [
  'testWebhook',
  'renewWebhookSecret',
  'pauseWebhook',
  'resumeWebhook',
  'removeWebhook',
]);

@ObjectType('Webhook', { description: "An address of your institution's own system that is told what its inbox is told." })
export class WebhookType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  url!: string;

  @Field(() => [WishTopicWord])
  topics!: readonly WishTopic[];

  @Field(() => StateWord)
  state!: WebhookState;

  @Field(() => InstantScalar)
  createdAt!: Instant;

  @Field(() => [VerbWord])
  allowedVerbs!: readonly WebhookOperation[];
}

@ObjectType('WebhookWithSecret', { description: 'A webhook with its secret, which is shown this once.' })
export class WebhookWithSecretType {
  @Field(() => WebhookType)
  webhook!: WebhookType;

  @Field(() => String, { description: 'whsec_…: what every delivery is signed with.' })
  secret!: string;
}

export const webhookShape = (actor: Actor, { secret: _, ...webhook }: Webhook): WebhookType => ({
  ...webhook,
  allowedVerbs: verbsOnWebhook(actor, webhook),
});

export const withSecret = (actor: Actor, webhook: Webhook): WebhookWithSecretType => ({
  webhook: webhookShape(actor, webhook),
  secret: webhook.secret,
});

@InputType('WebhookInput')
export class WebhookInputType implements WebhookInput {
  @Field(() => String, { description: 'In your own words, at most 60 characters.' })
  name!: string;

  @Field(() => String, { description: 'https, on a public address.' })
  url!: string;

  @Field(() => [WishTopicWord])
  topics!: WishTopic[];
}
