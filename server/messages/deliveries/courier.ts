import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context';
import { rowById } from '../../database/rows';
import { users } from '../../identity/tables';
import type { Instant } from '../../shared/dates';
import { startTicker, type Ticker } from '../../ticker';
import { composeMail } from '../email/composeMail';
import type { Mailer } from '../email/mailer';
import { emailSubscriptions } from '../email/tables';
import { type Message, messages } from '../tables';
import { callWebhook } from '../webhooks/callWebhook';
import { eventBody, signedHeaders } from '../webhooks/event';
import { webhooks } from '../webhooks/tables';
import { noteAttempt, type Outcome } from './noteAttempt';
import type { Delivery } from './tables';
import { takeDeliveries } from './takeDeliveries';

export type CourierOptions = Pick<Context, 'db' | 'log'> & {
  readonly clock: () => Instant;
  /** This process, as a delivery's row names it: no two have the same. */
  readonly holder: string;
  readonly mailer: Mailer;
  /** Where the platform's pages are. */
  readonly publicUrl: string;
  /** Outside production a webhook may be on this machine. */
  readonly mayReachSelf: boolean;
};

/** How often a server looks for what is due. */
const tickMilliseconds = 2_000;
/** Deliveries under way at once. */
const atOnce = 20;

/** Carries what is due to where it is wanted until it is stopped; several servers share the work. */
export function startCourier(options: CourierOptions): Ticker {
  let isEnding = false;
  const ticker = startTicker({
    milliseconds: tickMilliseconds,
    work: async () => {
      while (!isEnding && (await carryDue(options)) === atOnce);
    },
    onError: error => options.log.error({ err: error }, 'deliveries could not be looked after'),
  });
  return {
    async stop() {
      isEnding = true;
      await ticker.stop();
      options.mailer.close();
    },
  };
}

/** Tries each delivery that is due once; answers how many there were. */
export async function carryDue(options: CourierOptions): Promise<number> {
  const { db, clock, holder } = options;
  const taken = await takeDeliveries(db, { holder, now: clock(), limit: atOnce });
  await Promise.all(taken.map(delivery => carry(options, delivery)));
  return taken.length;
}

async function carry(options: CourierOptions, delivery: Delivery): Promise<void> {
  const { db, log, clock } = options;
  const message = await rowById(db.read, messages, delivery.messageId);
  if (!message) throw new Error(`a delivery of no message: ${delivery.id}`);
  const outcome = await (delivery.channel === 'email' ? post(options, delivery, message) : call(options, delivery, message));
  if (outcome.problem !== null)
    log.warn({ deliveryId: delivery.id, channel: delivery.channel, ...outcome }, 'a delivery did not arrive');
  await noteAttempt(db, delivery, outcome, clock());
}

const cancelled: Outcome = { status: null, problem: null, isCancelled: true };

async function post(options: CourierOptions, delivery: Delivery, message: Message): Promise<Outcome> {
  const { db, mailer, publicUrl, clock } = options;
  const { organisationId, address } = emailSubscriptions;
  const [wanted] = await db.read
    .select({ address })
    .from(emailSubscriptions)
    .innerJoin(users, eq(users.id, emailSubscriptions.userId))
    .where(and(eq(organisationId, delivery.organisationId), eq(address, delivery.target), eq(users.status, 'active')));
  if (!wanted) return cancelled;
  try {
    const mail = composeMail(message, { locale: delivery.locale, publicUrl });
    await mailer.send({ ...mail, id: delivery.id, to: delivery.target, at: clock() });
    return { status: null, problem: null };
  } catch (error) {
    return outcomeOf(error, options);
  }
}

/** What a mail server's refusal or silence comes to. */
function outcomeOf(error: unknown, { log }: CourierOptions): Outcome {
  log.warn({ err: error }, 'an e-mail could not be handed over');
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  if (responseCode !== undefined) return { status: responseCode, problem: 'refused' };
  return { status: null, problem: code === 'ETIMEDOUT' ? 'timeout' : 'unreachable' };
}

async function call({ db, mayReachSelf, clock }: CourierOptions, delivery: Delivery, message: Message): Promise<Outcome> {
  const webhook = await rowById(db.read, webhooks, delivery.target);
  if (webhook?.state !== 'active') return cancelled;
  const body = eventBody(message);
  const headers = signedHeaders(body, { id: message.id, secret: webhook.secret, at: clock() });
  return callWebhook({ url: webhook.url, body, headers, mayReachSelf });
}
