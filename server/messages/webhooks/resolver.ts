import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn } from '../../graphql/guard';
import type { Role } from '../../shared/actor';
import { viewsOf } from '../deliveries/queries';
import { DeliveryType, deliveryShape } from '../deliveries/types';
import { webhookKinds } from './access';
import type { WebhookVerb } from './lifecycle';
import { moveWebhook } from './moveWebhook';
import { listWebhooks } from './queries';
import { registerWebhook } from './registerWebhook';
import { renewWebhookSecret } from './renewWebhookSecret';
import { testWebhook } from './testWebhook';
import { WebhookInputType, WebhookType, WebhookWithSecretType, webhookShape, withSecret } from './types';

const administrators: { roles: readonly Role[] } = { roles: ['administrator'] };

@Resolver()
export class WebhookResolver {
  @Allow(webhookKinds, { roles: ['administrator', 'auditor'] })
  @Query(() => [WebhookType], { description: 'The webhooks of your institution, ten at most.' })
  async webhooks(@Ctx() context: RequestContext): Promise<WebhookType[]> {
    const own = signedIn(context);
    return (await listWebhooks(own)).map(webhook => webhookShape(own.actor, webhook));
  }

  @Allow(webhookKinds, administrators)
  @Mutation(() => WebhookWithSecretType, { description: 'Lets a system of your institution be told what its inbox is told.' })
  async registerWebhook(
    @Ctx() context: RequestContext,
    @Arg('input', () => WebhookInputType) input: WebhookInputType,
  ): Promise<WebhookWithSecretType> {
    const own = signedIn(context);
    return withSecret(own.actor, await registerWebhook(own, input));
  }

  @Allow(webhookKinds, administrators)
  @Mutation(() => WebhookType, { description: 'Nothing is sent to it until it is resumed.' })
  pauseWebhook(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<WebhookType> {
    return moved(context, { id, version, verb: 'pause' });
  }

  @Allow(webhookKinds, administrators)
  @Mutation(() => WebhookType, { description: 'It is told again what happens from now on.' })
  resumeWebhook(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<WebhookType> {
    return moved(context, { id, version, verb: 'resume' });
  }

  @Allow(webhookKinds, administrators)
  @Mutation(() => WebhookType, { description: 'Nothing is sent to it any more.' })
  removeWebhook(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<WebhookType> {
    return moved(context, { id, version, verb: 'remove' });
  }

  @Allow(webhookKinds, administrators)
  @Mutation(() => WebhookWithSecretType, { description: 'Gives it another secret, shown this once; the one before ends.' })
  async renewWebhookSecret(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<WebhookWithSecretType> {
    const own = signedIn(context);
    return withSecret(own.actor, await renewWebhookSecret(own, { id, version }));
  }

  @Allow(webhookKinds, administrators)
  @Mutation(() => DeliveryType, { description: 'Sends it a test event, signed like any other.' })
  async testWebhook(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<DeliveryType> {
    const own = signedIn(context);
    const [view] = await viewsOf(own, [await testWebhook(own, id)]);
    if (!view) throw new Error(`a test event that was sent cannot be read: ${id}`);
    return deliveryShape(own.actor, view);
  }
}

type Move = { readonly id: string; readonly version: number; readonly verb: WebhookVerb };

async function moved(context: RequestContext, move: Move): Promise<WebhookType> {
  const own = signedIn(context);
  return webhookShape(own.actor, await moveWebhook(own, move));
}
