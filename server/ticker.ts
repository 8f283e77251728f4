export type Ticker = { readonly stop: () => Promise<void> };

export type Ticking = {
  readonly milliseconds: number;
  /** What is done at every tick, but never twice at a time: a tick that comes meanwhile is passed over. */
  readonly work: () => Promise<unknown>;
  readonly onError: (error: unknown) => void;
};

/** Does `work` again and again until it is stopped, which waits for what is under way. Keeps no process alive. */
export function startTicker({ milliseconds, work, onError }: Ticking): Ticker {
  let isBusy = false;
  let tick: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    tick = work()
      .catch(onError)
      .finally(() => {
        isBusy = false;
      });
  }, milliseconds);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await tick;
    },
  };
}
