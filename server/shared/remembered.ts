/**
 * `answer` with a memory: each object is asked about once, and what was answered goes with the object. For pure functions
 * of objects that nobody changes.
 */
export function remembered<Of extends object, Answer>(answer: (of: Of) => Answer): (of: Of) => Answer {
  const known = new WeakMap<Of, { readonly answer: Answer }>();
  return of => {
    const before = known.get(of);
    if (before) return before.answer;
    const made = { answer: answer(of) };
    known.set(of, made);
    return made.answer;
  };
}
