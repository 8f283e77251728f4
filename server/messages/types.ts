import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { choiceOf } from '../graphql/choice';
import { ListInput, pageOf } from '../graphql/list';
import { InstantScalar } from '../graphql/scalars';
import { TextType } from '../graphql/text';
import type { Instant } from '../shared/dates';
import type { Text } from '../shared/text';
import { type MessageKind, type MessageLine, type MessageSubject, messageKinds, wordMessage } from './kinds';
import type { MessageFilter } from './queries';
import type { Message } from './tables';

const MessageKindWord = choiceOf('MessageKind', messageKinds);
const MessageSubjectKindWord = choiceOf<MessageSubject['kind']>('MessageSubjectKind', ['product']);

@ObjectType('MessageSubject', { description: 'The record that a line of a message speaks of.' })
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

  @Field(() => TextType)
  title!: Text;

  @Field(() => [MessageLineType])
  lines!: readonly MessageLine[];

  @Field(() => InstantScalar)
  createdAt!: Instant;

  @Field(() => InstantScalar, { nullable: true, description: 'When somebody of your organisation first read it.' })
  readAt!: Instant | null;
}

export const MessagePage = pageOf(MessageType, 'Message');

export const messageShape = ({ id, kind, payload, createdAt, readAt }: Message): MessageType => ({
  id,
  kind,
  ...wordMessage(kind, payload),
  createdAt,
  readAt,
});

@InputType('MessageFilter')
class MessageFilterInput implements MessageFilter {
  @Field(() => Boolean, { nullable: true })
  isRead?: boolean | null;
}

@InputType()
export class MessageListInput extends ListInput {
  @Field(() => MessageFilterInput, { nullable: true })
  filter?: MessageFilterInput | null;
}
