import { Field, InputType, ObjectType } from 'type-graphql';
import { choiceOf } from '../../graphql/choice';
import type { Locale } from '../../shared/text';
import { type WishTopic, wishTopics } from '../kinds/kind';
import type { EmailWish } from './queries';
import type { EmailSubscriptionInput } from './setEmailSubscription';
import { locales } from './tables';

export const WishTopicWord = choiceOf('WishTopic', wishTopics, 'What can be wanted outside the inbox too.');
const LocaleWord = choiceOf('Locale', locales);

@ObjectType('EmailSubscription', { description: 'What you want by e-mail.' })
export class EmailSubscriptionType implements EmailWish {
  @Field(() => String)
  address!: string;

  @Field(() => [WishTopicWord])
  topics!: readonly WishTopic[];

  @Field(() => LocaleWord)
  locale!: Locale;
}

@InputType('EmailSubscriptionInput')
export class EmailSubscriptionInputType implements EmailSubscriptionInput {
  @Field(() => String)
  address!: string;

  @Field(() => [WishTopicWord])
  topics!: WishTopic[];

  @Field(() => LocaleWord, { description: 'The language of the e-mails.' })
  locale!: Locale;
}
