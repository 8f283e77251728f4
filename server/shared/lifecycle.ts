import { conflict } from './refusals';
import type { Text } from './text';

/** Where a verb leads that takes a record back to where it was before it was interrupted. */
export const back = 'back';

/** The states of one kind of record and the verbs that lead from one to the next: a table, nothing else. */
export type Lifecycle<State extends string, Verb extends string, To extends string = State> = {
  readonly label: Text;
  readonly states: Readonly<Record<State, Text>>;
  readonly verbs: Readonly<Record<Verb, { readonly from: readonly State[]; readonly to: To; readonly label: Text }>>;
};

/** The verbs whose transition starts in `state`, in the order of the table. */
export const verbsFrom = <State extends string, Verb extends string>(
  lifecycle: Lifecycle<State, Verb, string>,
  state: State,
): Verb[] => (Object.keys(lifecycle.verbs) as Verb[]).filter(verb => lifecycle.verbs[verb].from.includes(state));

/**
 * The state that `verb` leads to from `state`; one that leads back goes to `before`. An illegal verb is refused with CONFLICT,
 * never ignored.
 */
export function nextState<State extends string, Verb extends string>(
  lifecycle: Lifecycle<State, Verb, State | typeof back>,
  state: State,
  verb: Verb,
  before: State | null = null,
): State {
  const { from, to, label } = lifecycle.verbs[verb];
  if (from.includes(state)) {
    const reached = to === back ? before : to;
    if (reached === null) throw new RangeError(`"${verb}" leads back, and nobody kept where to`);
    return reached as State;
  }
  const current = lifecycle.states[state];
  throw conflict(
    {
      zh: `${lifecycle.label.zh}处于「${current.zh}」状态，不能「${label.zh}」。`,
      en: `The ${lifecycle.label.en} is "${current.en}": it cannot be changed by "${label.en}".`,
    },
    { rule: 'illegalVerb', state, verb, from },
  );
}
