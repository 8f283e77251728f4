import { conflict } from './refusals';
import type { Text } from './text';

/** The states of one kind of record and the verbs that lead from one to the next: a table, nothing else. */
export type Lifecycle<State extends string, Verb extends string> = {
  readonly label: Text;
  readonly states: Readonly<Record<State, Text>>;
  readonly verbs: Readonly<Record<Verb, { readonly from: readonly State[]; readonly to: State; readonly label: Text }>>;
};

/** The verbs whose transition starts in `state`, in the order of the table. */
export const verbsFrom = <State extends string, Verb extends string>(lifecycle: Lifecycle<State, Verb>, state: State): Verb[] =>
  (Object.keys(lifecycle.verbs) as Verb[]).filter(verb => lifecycle.verbs[verb].from.includes(state));

/** The state that `verb` leads to from `state`; an illegal verb is refused with CONFLICT, never ignored. */
export function nextState<State extends string, Verb extends string>(
  lifecycle: Lifecycle<State, Verb>,
  state: State,
  verb: Verb,
): State {
  const transition = lifecycle.verbs[verb];
  if (transition.from.includes(state)) return transition.to;
  const current = lifecycle.states[state];
  throw conflict(
    {
      zh: `${lifecycle.label.zh}处于「${current.zh}」状态，不能「${transition.label.zh}」。`,
      en: `The ${lifecycle.label.en} is "${current.en}": it cannot be changed by "${transition.label.en}".`,
    },
    { rule: 'illegalVerb', state, verb, from: transition.from },
  );
}
