import { Resolver, Root, Subscription } from 'type-graphql';
import { following } from '../graphql/following';
import { AllowSignedIn } from '../graphql/guard';
import { WorkUpdateType } from './types';
import { type WorkUpdate, workUpdates } from './workUpdates';

@Resolver()
export class LiveResolver {
  @AllowSignedIn()
  @Subscription(() => WorkUpdateType, {
    subscribe: ({ context }) => workUpdates(following(context)),
    description: 'What moves for your organisation while a page is open: at once, and when something has.',
  })
  workUpdates(@Root() update: WorkUpdate): WorkUpdateType {
    return update;
  }
}
