import type { RequestContext } from '../context';
import { Refusal } from '../shared/refusals';

/** The context of a subscription: made anew before each answer, so that a reader whose session has ended is told nothing more. */
export type FollowingContext = RequestContext & {
  /** Looks again who asks, in place; refuses whom the subscription is no longer open to. */
  readonly renew: () => Promise<void>;
};

/** The context of a subscription's `subscribe`. */
export function following(context: RequestContext): FollowingContext {
  if ('renew' in context) return context as FollowingContext;
  throw new Error('a subscription outside its stream');
}

/** Between two looks whether there is something to tell. */
const beatMs = 1_000;
/** After so many it is looked whether the reader may still listen, though nothing has happened. */
const beatsOfSilenceMax = 15;

/** What there is to tell, and what tells it from what was told before. */
export type News<Event> = { readonly event: Event; readonly mark: string };

export type Question<Event> = {
  /** Where a failure that is no refusal is told: the reader only sees that the source ends. */
  readonly log: RequestContext['log'];
  /** Asked at once and after each waking; throws when the reader may hear nothing more, which ends the source. */
  readonly answer: () => Promise<News<Event>>;
  /** Begins to listen; answers how to stop. */
  readonly listen: (wake: () => void) => (() => void) | undefined;
  /** Asks again at the next beat though nobody has woken it. */
  readonly isUnsettled?: (event: Event) => boolean;
};

/** The source of a subscription: the answer to a question, again whenever it is another than the last. */
export class Following<Event> implements AsyncIterableIterator<Event> {
  #told: string | null = null;
  #isAwake = false;
  #silentBeats = 0;
  #isOver = false;
  #endBeat: () => void = () => undefined;
  readonly #stop: (() => void) | undefined;

  private constructor(private readonly question: Question<Event>) {
    this.#stop = question.listen(() => {
      this.#isAwake = true;
    });
  }

  /** Asks once before anything is told: a question that is refused has no source. */
  static async begin<Event>(question: Question<Event>): Promise<Following<Event>> {
    const source = new Following(question);
    try {
      source.#first = await source.#ask();
      return source;
    } catch (error) {
      await source.return();
      throw error;
    }
  }

  #first: News<Event> | null = null;

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Event>> {
    while (!this.#isOver) {
      const news = this.#first ?? (await this.#later());
      this.#first = null;
      if (news && news.mark !== this.#told) {
        this.#told = news.mark;
        return { done: false, value: news.event };
      }
    }
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<Event>> {
    this.#isOver = true;
    this.#stop?.();
    this.#endBeat();
    return { done: true, value: undefined };
  }

  /** After a beat: the answer, where it was woken or has been silent for long; a refusal ends what was told before. */
  async #later(): Promise<News<Event> | null> {
    await this.#beat();
    this.#silentBeats += 1;
    if (this.#isOver || (!this.#isAwake && this.#silentBeats < beatsOfSilenceMax)) return null;
    try {
      return await this.#ask();
    } catch (error) {
      if (!(error instanceof Refusal)) this.question.log.error({ err: error }, 'a subscription ended by a failure');
      await this.return();
      return null;
    }
  }

  async #ask(): Promise<News<Event>> {
    this.#isAwake = false;
    this.#silentBeats = 0;
    const news = await this.question.answer();
    if (this.question.isUnsettled?.(news.event)) this.#isAwake = true;
    return news;
  }

  #beat(): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, beatMs).unref();
      this.#endBeat = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
