import { Field, ID, Int, ObjectType } from 'type-graphql';
import { TextType } from '../graphql/text';
import type { Inbox } from '../messages/inbox';
import type { Text } from '../shared/text';
import type { WorkUpdate } from './workUpdates';

@ObjectType('NewestMessage')
class NewestMessageType {
  @Field(() => ID)
  id!: string;

  @Field(() => TextType)
  title!: Text;
}

@ObjectType('Inbox')
class InboxType implements Inbox {
  @Field(() => Int)
  unread!: number;

  @Field(() => NewestMessageType, { nullable: true })
  newest!: NewestMessageType | null;
}

@ObjectType('WorkUpdate', { description: 'How the inbox stands, and what has moved since the last update.' })
export class WorkUpdateType implements WorkUpdate {
  @Field(() => InboxType)
  inbox!: Inbox;

  @Field(() => [ID], { description: 'Applications of your organisation in which somebody took a step.' })
  applicationIds!: readonly string[];

  @Field(() => Boolean, { description: 'To a firm: something moved that its matches are computed from.' })
  matches!: boolean;
}
