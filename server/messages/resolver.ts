import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context';
import { AllowSignedIn, signedIn, working } from '../graphql/guard';
import type { Page } from '../shared/list';
import { markAllRead } from './markAllRead';
import { markRead } from './markRead';
import { countUnread, listMessages } from './queries';
import { MessageListInput, MessagePage, MessageType, messageShape } from './types';

@Resolver()
export class MessageResolver {
  @AllowSignedIn()
  @Query(() => MessagePage, { description: 'The inbox of your organisation, newest first.' })
  async messages(
    @Ctx() context: RequestContext,
    @Arg('list', () => MessageListInput, { defaultValue: {} }) list: MessageListInput,
  ): Promise<Page<MessageType>> {
    const { items, total } = await listMessages(signedIn(context), list);
    return { items: items.map(messageShape), total };
  }

  @AllowSignedIn()
  @Query(() => Int, { description: 'How many messages of your organisation nobody has read.' })
  unreadMessages(@Ctx() context: RequestContext): Promise<number> {
    return countUnread(signedIn(context));
  }

  @AllowSignedIn(working)
  @Mutation(() => MessageType, { description: 'Notes that a message has been read.' })
  async markRead(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<MessageType> {
    return messageShape(await markRead(signedIn(context), id));
  }

  @AllowSignedIn(working)
  @Mutation(() => Int, { description: 'Notes that all messages have been read; answers how many had not been.' })
  markAllRead(@Ctx() context: RequestContext): Promise<number> {
    return markAllRead(signedIn(context));
  }
}
