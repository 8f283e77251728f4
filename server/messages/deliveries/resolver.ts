import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../context';
import { AllowSignedIn, signedIn } from '../../graphql/guard';
import type { Page } from '../../shared/list';
import { listDeliveries, viewsOf } from './queries';
import { replayDelivery } from './replayDelivery';
import { DeliveryListInput, DeliveryPage, DeliveryType, deliveryShape } from './types';

@Resolver()
export class DeliveryResolver {
  @AllowSignedIn({ roles: ['administrator', 'auditor'] })
  @Query(() => DeliveryPage, {
    description:
      'What went to e-mail addresses and webhooks of your organisation; the operator sees what does not arrive anywhere.',
  })
  async deliveries(
    @Ctx() context: RequestContext,
    @Arg('list', () => DeliveryListInput, { defaultValue: {} }) list: DeliveryListInput,
  ): Promise<Page<DeliveryType>> {
    const own = signedIn(context);
    const { items, total } = await listDeliveries(own, list);
    return { items: items.map(view => deliveryShape(own.actor, view)), total };
  }

  @AllowSignedIn({ roles: ['administrator'] })
  @Mutation(() => DeliveryType, { description: 'Sends one once more.' })
  async replayDelivery(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<DeliveryType> {
    const own = signedIn(context);
    const [view] = await viewsOf(own, [await replayDelivery(own, id)]);
    if (!view) throw new Error(`a delivery that was replayed cannot be read: ${id}`);
    return deliveryShape(own.actor, view);
  }
}
