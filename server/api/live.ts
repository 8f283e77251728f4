import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ActorContext } from '../context';
import { admit, signedIn } from '../graphql/guard';
import { cityOf } from '../matchmaking/city';
import { mayAskReach } from '../matchmaking/reach/access';
import { countQuestion } from '../matchmaking/reach/asking';
import { type ReachQuestion, ruleReach } from '../matchmaking/reach/ruleReach';
import { invalidInput, notAllowed } from '../shared/refusals';
import { limits } from './limits';
import { requestContext, type Surroundings } from './requestContext';

/** Between two looks at the city: progress while it is read, and a comment that keeps the connection open. */
const beatMs = 1_000;
const beatsOfSilenceMax = 15;
/** One editor has one stream; a few tabs of each user. */
const streamsPerUserMax = 6;

/**
 * `POST /live/rule-reach` with a rule and its bounds as JSON: how many firms it reaches, as server-sent events: at once,
 * while the city is being read, and again whenever it has changed and the counts with it. Who asks is looked at
 * each time; a session that ended, or was taken away, ends the stream.
 */
export function serveLive(app: FastifyInstance, surroundings: Surroundings): void {
  const streams = new Set<Stream>();
  app.addHook('preClose', async () => {
    for (const stream of streams) stream.end();
  });
  app.post('/live/rule-reach', { bodyLimit: limits.bodyBytesMax }, async (request, reply) => {
    const question = questionIn(request.body);
    const admitted = async (): Promise<ActorContext> => {
      const context = await requestContext(surroundings, request, reply);
      admit({ kinds: mayAskReach }, context);
      return signedIn(context);
    };
    const context = await admitted();
    countQuestion(context);
    const first = ruleReach(context, question);
    const { userId } = context.actor;
    if ([...streams].filter(stream => stream.userId === userId).length >= streamsPerUserMax) throw tooMany();
    const stream = new Stream(userId, request, reply, async () => ruleReach(await admitted(), question));
    streams.add(stream);
    const stopListening = cityOf(surroundings.db)?.onChange(() => stream.wake());
    stream.begin(first, () => {
      streams.delete(stream);
      stopListening?.();
    });
  });
}

/** One reader of one question: told the answer when it is another than the last. */
class Stream {
  #told = '';
  #isAwake = false;
  #silentBeats = 0;
  #timer: NodeJS.Timeout | undefined;
  #onEnd: () => void = () => undefined;

  constructor(
    readonly userId: string,
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
    private readonly answer: () => Promise<{ readonly isLoading: boolean }>,
  ) {}

  begin(first: { readonly isLoading: boolean }, onEnd: () => void): void {
    this.#onEnd = onEnd;
    this.reply.hijack();
    const { raw } = this.reply;
    raw.writeHead(200, {
      ...(this.reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    raw.once('close', () => this.end());
    this.#tell(first);
    this.#timer = setInterval(() => void this.#beat(), beatMs).unref();
  }

  /** The city has changed. */
  wake(): void {
    this.#isAwake = true;
  }

  end(): void {
    clearInterval(this.#timer);
    this.#onEnd();
    this.reply.raw.end();
  }

  async #beat(): Promise<void> {
    this.#silentBeats += 1;
    try {
      if (this.#isAwake) {
        this.#isAwake = false;
        this.#tell(await this.answer());
      } else if (this.#silentBeats >= beatsOfSilenceMax) {
        this.#silentBeats = 0;
        this.reply.raw.write(': still here\n\n');
      }
    } catch (error) {
      this.request.log.info({ err: error }, 'a live count ended');
      this.end();
    }
  }

  #tell(answer: { readonly isLoading: boolean }): void {
    if (answer.isLoading) this.#isAwake = true;
    const text = JSON.stringify(answer);
    if (text === this.#told) return;
    this.#told = text;
    this.#silentBeats = 0;
    this.reply.raw.write(`event: reach\ndata: ${text}\n\n`);
  }
}

function questionIn(body: unknown): ReachQuestion {
  const { rule, ...bounds } = (body ?? {}) as Partial<ReachQuestion>;
  if (typeof rule === 'object' && rule !== null) return { rule, ...bounds };
  throw invalidInput('rule', null, 'rule.missing', {
    zh: '请求体中缺少规则：请以 JSON 提交 {"rule": {"all": […]}}。',
    en: 'The body has no rule: post JSON with {"rule": {"all": […]}}.',
  });
}

const tooMany = () =>
  notAllowed(
    {
      zh: `同时打开的实时测算不能超过 ${streamsPerUserMax} 个，请关闭其他页面。`,
      en: `At most ${streamsPerUserMax} live counts can be open at once: close some pages.`,
    },
    { rule: 'live.streams' },
  );
