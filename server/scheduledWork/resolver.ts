import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context';
import { Allow, signedIn, working } from '../graphql/guard';
import type { Page } from '../shared/list';
import { listScheduledRuns } from './queries';
import { startScheduledRun } from './startScheduledRun';
import type { TaskName } from './tasks';
import { ScheduledRunListInput, ScheduledRunPage, ScheduledRunType, scheduledRunShape, TaskWord } from './types';

@Resolver(() => ScheduledRunType)
export class ScheduledWorkResolver {
  @Allow(['operator'])
  @Query(() => ScheduledRunPage, { description: 'Every run of scheduled work, newest first.' })
  async scheduledRuns(
    @Ctx() context: RequestContext,
    @Arg('list', () => ScheduledRunListInput, { defaultValue: {} }) list: ScheduledRunListInput,
  ): Promise<Page<ScheduledRunType>> {
    const { items, total } = await listScheduledRuns(context.db.read, list);
    return { items: items.map(scheduledRunShape), total };
  }

  @Allow(['operator'], working)
  @Mutation(() => ScheduledRunType, { description: 'Puts a run of a task in line now, beside those that are due once a day.' })
  async startScheduledRun(
    @Ctx() context: RequestContext,
    @Arg('task', () => TaskWord) task: TaskName,
  ): Promise<ScheduledRunType> {
    return scheduledRunShape(await startScheduledRun(signedIn(context), task));
  }
}
