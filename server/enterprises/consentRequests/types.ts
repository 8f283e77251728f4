import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { choiceOf } from '../../graphql/choice';
import { ListInput, pageOf } from '../../graphql/list';
import { InstantScalar } from '../../graphql/scalars';
import { TextType } from '../../graphql/text';
import type { Actor } from '../../shared/actor';
import type { Instant } from '../../shared/dates';
import type { Text } from '../../shared/text';
import type { ConsentPurpose } from '../consents/tables';
import { purposeTerms } from '../consents/terms';
import { ConsentPurposeWord } from '../consents/types';
import { verbsOnConsentRequest } from './access';
import { type ConsentRequestState, consentRequestLifecycle, consentRequestStates } from './lifecycle';
import type { ConsentRequestFilter } from './queries';
import type { RequestConsentInput } from './requestConsent';
import type { ConsentRequest } from './tables';

const ConsentRequestStateWord = choiceOf('ConsentRequestState', consentRequestStates);

@ObjectType('ConsentRequest', { description: 'An institution asks a firm for a consent.' })
export class ConsentRequestType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  enterpriseId!: string;

  recipientId!: string;

  @Field(() => ConsentPurposeWord)
  purpose!: ConsentPurpose;

  @Field(() => TextType)
  purposeLabel!: Text;

  @Field(() => [String], { description: 'Codes of the data catalogue.' })
  dataClasses!: readonly string[];

  @Field(() => String, { description: 'What the institution needs them for.' })
  reason!: string;

  @Field(() => ConsentRequestStateWord)
  state!: ConsentRequestState;

  @Field(() => TextType)
  stateLabel!: Text;

  @Field(() => InstantScalar)
  askedAt!: Instant;

  @Field(() => InstantScalar, { nullable: true })
  answeredAt!: Instant | null;

  @Field(() => [String])
  allowedVerbs!: readonly string[];
}

export const consentRequestShape = (request: ConsentRequest, { actor }: { actor: Actor }): ConsentRequestType => ({
  ...request,
  purposeLabel: purposeTerms[request.purpose].label,
  stateLabel: consentRequestLifecycle.states[request.state],
  allowedVerbs: verbsOnConsentRequest(actor, request),
});

@InputType('ConsentRequestFilter')
class ConsentRequestFilterInput implements ConsentRequestFilter {
  @Field(() => ConsentRequestStateWord, { nullable: true })
  state?: ConsentRequestState | null;

  @Field(() => ID, { nullable: true })
  enterpriseId?: string | null;
}

@InputType()
export class ConsentRequestListInput extends ListInput {
  @Field(() => ConsentRequestFilterInput, { nullable: true })
  filter?: ConsentRequestFilterInput | null;
}

export const ConsentRequestPage = pageOf(ConsentRequestType, 'ConsentRequest');

@InputType('RequestConsentInput')
export class RequestConsentInputType implements RequestConsentInput {
  @Field(() => ID)
  enterpriseId!: string;

  @Field(() => ConsentPurposeWord)
  purpose!: ConsentPurpose;

  @Field(() => [String])
  dataClasses!: string[];

  @Field(() => String, { description: 'What you need them for, as the firm reads it: ten characters or more.' })
  reason!: string;
}
