import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ActorContext } from '../context';
import { type Admission, admit, signedIn } from '../graphql/guard';
import { cityOf } from '../matchmaking/city';
import { mayAskReach } from '../matchmaking/reach/access';
import { countQuestion } from '../matchmaking/reach/asking';
import { type ReachQuestion, ruleReach } from '../matchmaking/reach/ruleReach';
import { InboxWatch, inboxOf } from '../messages/inbox';
import { invalidInput, notAllowed } from '../shared/refusals';
import { limits } from './limits';
import { LiveStream } from './liveStream';
import { requestContext, type Surroundings } from './requestContext';

/** One editor has one stream, and every page that is looked at one of the inbox. A browser opens six connections in all. */
const streamsPerUserMax = { reach: 6, inbox: 3 };
type LiveEvent = keyof typeof streamsPerUserMax;

/**
 * Answers that keep coming, as server-sent events. Who asks is looked at each time; a session that ended, or was taken
 * away, ends the stream.
 *
 * `POST /live/rule-reach` with a rule and its bounds as JSON: how many firms it reaches, at once, while the city is being
 * read, and again whenever it has changed and the counts with it.
 *
 * `GET /live/inbox`: how many messages of the reader's organisation nobody has read, and the newest; at once and when that
 * changes.
 */
export function serveLive(app: FastifyInstance, surroundings: Surroundings): void {
  const streams = new Set<LiveStream>();
  const inboxes = new InboxWatch(surroundings.db.read);
  app.addHook('preClose', async () => {
    for (const stream of streams) stream.end();
  });
  const asking = (admission: Admission, request: FastifyRequest, reply: FastifyReply) => async (): Promise<ActorContext> => {
    const context = await requestContext(surroundings, request, reply);
    admit(admission, context);
    return signedIn(context);
  };
  const open = (stream: LiveStream, first: object, stopListening: (() => void) | undefined) => {
    streams.add(stream);
    stream.begin(first, () => {
      streams.delete(stream);
      stopListening?.();
    });
  };
  const checkRoom = ({ actor }: ActorContext, event: LiveEvent) => {
    const own = [...streams].filter(stream => stream.userId === actor.userId && stream.event === event);
    if (own.length >= streamsPerUserMax[event]) throw tooMany(streamsPerUserMax[event]);
  };

  app.post('/live/rule-reach', { bodyLimit: limits.bodyBytesMax }, async (request, reply) => {
    const question = questionIn(request.body);
    const admitted = asking({ kinds: mayAskReach }, request, reply);
    const context = await admitted();
    countQuestion(context);
    const first = ruleReach(context, question);
    checkRoom(context, 'reach');
    const answer = async () => ruleReach(await admitted(), question);
    const stream = new LiveStream({ userId: context.actor.userId, event: 'reach', answer }, request, reply);
    open(
      stream,
      first,
      cityOf(surroundings.db)?.onChange(() => stream.wake()),
    );
  });

  app.get('/live/inbox', async (request, reply) => {
    const admitted = asking({ kinds: 'signedIn' }, request, reply);
    const context = await admitted();
    checkRoom(context, 'inbox');
    const first = await inboxOf(context);
    const answer = async () => inboxOf(await admitted());
    const stream = new LiveStream({ userId: context.actor.userId, event: 'inbox', answer }, request, reply);
    open(
      stream,
      first,
      inboxes.listen(context.actor.organisationId, () => stream.wake()),
    );
  });
}

function questionIn(body: unknown): ReachQuestion {
  const { rule, ...bounds } = (body ?? {}) as Partial<ReachQuestion>;
  if (typeof rule === 'object' && rule !== null) return { rule, ...bounds };
  throw invalidInput('rule', null, 'rule.missing', {
    zh: '请求体中缺少规则：请以 JSON 提交 {"rule": {"all": […]}}。',
    en: 'The body has no rule: post JSON with {"rule": {"all": […]}}.',
  });
}

const tooMany = (most: number) =>
  notAllowed(
    {
      zh: `同时打开的实时页面不能超过 ${most} 个，请关闭其他页面。`,
      en: `At most ${most} live pages can be open at once: close some.`,
    },
    { rule: 'live.streams' },
  );
