import fc, { type GeneratorValue } from 'fast-check';

/** What is left to chance, drawn by fast-check from one seed. */
export type Draw = {
  /** A whole number below `count`. */
  readonly below: (count: number) => number;
  readonly oneOf: <Choice>(choices: readonly Choice[]) => Choice;
  /** True so many times in a hundred. */
  readonly chance: (percent: number) => boolean;
  readonly byWeight: <Choice>(choices: readonly Choice[], weightOf: (choice: Choice) => number) => Choice;
};

/** Every number as likely as any other: fast-check otherwise prefers the smallest and the largest. */
const unbiased = (max: number) => fc.noBias(fc.nat({ max }));

export function drawing(generate: GeneratorValue): Draw {
  const below = (count: number): number => (count <= 1 ? 0 : generate(unbiased, count - 1));
  const oneOf = <Choice>(choices: readonly Choice[]): Choice => {
    const chosen = choices[below(choices.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
  return {
    below,
    oneOf,
    chance: percent => below(100) < percent,
    byWeight(choices, weightOf) {
      const weights = choices.map(weightOf);
      let at = below(weights.reduce((sum, weight) => sum + weight, 0));
      const place = weights.findIndex(weight => {
        at -= weight;
        return at < 0;
      });
      return choices[place] ?? oneOf(choices);
    },
  };
}
