import type { ApplicationState } from '../../generated/schema';
import { statesOfOthers, statesOfTurn } from './course';
import type { Side } from './side';

/** A shelf of the list: the states it holds; none: all. */
export type Shelf = {
  readonly word: 'all' | 'mine' | 'theirs' | 'disbursed' | 'ended';
  readonly states: readonly ApplicationState[];
};

const ended: readonly ApplicationState[] = ['declined', 'rejected', 'withdrawn', 'lapsed', 'released', 'cancelled'];

/** The list by whose turn it is. A bank opens its work first, a firm everything: it has few. */
export const shelvesOf = (side: Side): readonly Shelf[] => {
  const mine: Shelf = { word: 'mine', states: statesOfTurn(side) };
  const theirs: Shelf = { word: 'theirs', states: statesOfOthers(side) };
  const all: Shelf = { word: 'all', states: [] };
  const rest: readonly Shelf[] = [
    { word: 'disbursed', states: ['disbursed', 'partiallyDisbursed'] },
    { word: 'ended', states: ended },
  ];
  return side === 'bank' ? [mine, theirs, ...rest, all] : [all, mine, theirs, ...rest];
};
