import type { MatchRun } from './tables';

export const canBeReplayed = ({ state, reason }: Pick<MatchRun, 'state' | 'reason'>): boolean =>
  state === 'finished' && reason !== 'replay';

/** What may have moved between a run and its replay. */
export const replayDifferences = ['engine', 'products', 'population', 'result'] as const;
export type ReplayDifference = (typeof replayDifferences)[number];

export type ReplayAnswer = {
  /** Whether every verdict is what it was. */
  readonly isSame: boolean;
  /** Everything that is not what it was; the result last, after what explains it. */
  readonly differences: readonly ReplayDifference[];
};

type Digested = Pick<MatchRun, 'engineVersion' | 'productsDigest' | 'populationDigest' | 'resultDigest'>;

/** What a finished replay says of the run it repeats. The same inputs under the same engine must give the same result. */
export function replayAnswer(original: Digested, replay: Digested): ReplayAnswer {
  const differs = {
    engine: 'engineVersion',
    products: 'productsDigest',
    population: 'populationDigest',
    result: 'resultDigest',
  } as const;
  const differences = replayDifferences.filter(what => original[differs[what]] !== replay[differs[what]]);
  return { isSame: !differences.includes('result'), differences };
}
