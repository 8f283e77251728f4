import type { FastifyReply, FastifyRequest } from 'fastify';

/** Between two looks whether there is something to tell, and a comment that keeps the connection open. */
const beatMs = 1_000;
const beatsOfSilenceMax = 15;

type Answer = object & {
  /** More will follow without anybody waking the stream. */
  readonly isLoading?: boolean;
};

export type LiveQuestion = {
  readonly userId: string;
  /** What the events are called. */
  readonly event: string;
  /** Asked anew each time, so that a reader whose session has ended is told nothing more. */
  readonly answer: () => Promise<Answer>;
};

/** One reader of one question, by server-sent events: told the answer when it is another than the last. */
export class LiveStream {
  #told = '';
  #isAwake = false;
  #silentBeats = 0;
  #timer: NodeJS.Timeout | undefined;
  #onEnd: () => void = () => undefined;

  constructor(
    private readonly question: LiveQuestion,
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {}

  get userId(): string {
    return this.question.userId;
  }

  get event(): string {
    return this.question.event;
  }

  begin(first: Answer, onEnd: () => void): void {
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

  /** What it tells of has changed. */
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
        this.#tell(await this.question.answer());
      } else if (this.#silentBeats >= beatsOfSilenceMax) {
        this.#silentBeats = 0;
        this.reply.raw.write(': still here\n\n');
      }
    } catch (error) {
      this.request.log.info({ err: error }, 'a live answer ended');
      this.end();
    }
  }

  #tell(answer: Answer): void {
    if (answer.isLoading) this.#isAwake = true;
    const text = JSON.stringify(answer);
    if (text === this.#told) return;
    this.#told = text;
    this.#silentBeats = 0;
    this.reply.raw.write(`event: ${this.event}\ndata: ${text}\n\n`);
  }
}
