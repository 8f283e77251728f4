import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { choiceOf } from '../graphql/choice';
import { ListInput, pageOf } from '../graphql/list';
import { InstantScalar } from '../graphql/scalars';
import { TextType } from '../graphql/text';
import type { Instant } from '../shared/dates';
import type { Text } from '../shared/text';
import { type MessageKind, messageKinds, topicOf, wordMessage } from './kinds';
import { type MessageLine, type MessageSubject, type MessageTopic, messageTopics, subjectKinds } from './kinds/kind';
import type { MessageFilter } from './queries';
import type { Message } from './tables';

const MessageKindWord = choiceOf('MessageKind', messageKinds);
const MessageTopicWord = choiceOf('MessageTopic', messageTopics, 'What messages are about.');
const MessageSubjectKindWord = choiceOf('MessageSubjectKind', subjectKinds);

@ObjectType('MessageSubject', { description: 'The record that a message, or a line of it, speaks of.' })
class MessageSubjectType implements MessageSubject {
  @Field(() => MessageSubjectKindWord)
  kind!: MessageSubject['kind'];

  @Field(() => ID)
  id!: string;
}

@ObjectType('MessageLine')
class MessageLineType implements MessageLine {
  @Field(() => TextType)
  text!: Text;

  @Field(() => MessageSubjectType, { nullable: true })
  subject!: MessageSubject | null;
}

@ObjectType('Message', { description: 'What the platform tells your organisation.' })
export class MessageType {
  @Field(() => ID)
  id!: string;

  @Field(() => MessageKindWord)
  kind!: MessageKind;

  @Field(() => MessageTopicWord)
  topic!: MessageTopic;

  @Field(() => TextType)
  title!: Text;

  @Field(() => [MessageLineType])
  lines!: readonly MessageLine[];

  @Field(() => MessageSubjectType, { nullable: true, description: 'The record whose page it leads to.' })
  subject!: MessageSubject | null;

  @Field(() => InstantScalar)
  createdAt!: Instant;

  @Field(() => InstantScalar, { nullable: true, description: 'When somebody of your organisation first read it.' })
  readAt!: Instant | null;
}

export const MessagePage = pageOf(MessageType, 'Message');

export const messageShape = ({ id, kind, payload, createdAt, readAt }: Message): MessageType => ({
  id,
  kind,
  topic: topicOf(kind),
  ...wordMessage(kind, payload),
  createdAt,
  readAt,
});

@InputType('MessageFilter')
class MessageFilterInput implements MessageFilter {
  @Field(() => Boolean, { nullable: true })
  isRead?: boolean | null;

  @Field(() => MessageTopicWord, { nullable: true })
  topic?: MessageTopic | null;
}

@InputType()
export class MessageListInput extends ListInput {
  @Field(() => MessageFilterInput, { nullable: true })
  filter?: MessageFilterInput | null;
}
