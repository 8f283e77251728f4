import { serve } from '../support/http';
import { anActor } from '../support/identity';
import { batch, refusedDocuments } from '../support/largeRequests';
import { openWorld } from '../support/world';
import type { Bench } from './figure';

const rounds = 20;
const ceiling = 50;

/**
 * How long the platform takes to refuse what is too much for one request, from the caller's side of the wire. Each
 * document is another one every time, so that none is refused because it is remembered.
 */
export const bench: Bench = async report => {
  const world = await openWorld();
  const running = await serve(world);
  try {
    const operator = await running.as(await anActor(world, 'operator'));
    const answerOf = async (body: string, rule: string): Promise<number> => {
      const begun = performance.now();
      const response = await operator.fetch('/graphql', { method: 'POST', headers, body });
      const text = await response.text();
      const took = performance.now() - begun;
      if (!text.includes(`"rule":"${rule}"`)) throw new Error(`not refused with ${rule}: ${text.slice(0, 200)}`);
      return took;
    };
    const cases = refusedDocuments.map(({ name, document, variables, rule }) => ({
      name,
      rule,
      bodyOf: (round: number) => JSON.stringify({ query: `${document} # ${round}`, variables }),
    }));
    for (const { name, rule, bodyOf } of [
      ...cases,
      { name: 'a batch of 1,000 operations', rule: 'body.batch', bodyOf: () => batch },
    ]) {
      await answerOf(bodyOf(rounds), rule);
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) times.push(await answerOf(bodyOf(round), rule));
      times.sort((a, b) => a - b);
      const value = Number((times[Math.floor(rounds / 2)] ?? Number.NaN).toFixed(1));
      report({
        figure: name,
        value,
        unit: 'ms to the refusal, median',
        ceiling,
        slowestMs: Math.round(times.at(-1) ?? 0),
        rounds,
      });
    }
  } finally {
    await running.close();
    await world.close();
  }
};

const headers = { 'content-type': 'application/json' };
