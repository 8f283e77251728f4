/**
 * Does `work` without taking down where errors are thrown. Where refusals come by the thousand nobody reads it, and each
 * would be told in terms of the sources.
 */
export async function withoutStacks<Result>(work: () => Promise<Result>): Promise<Result> {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return await work();
  } finally {
    Error.stackTraceLimit = before;
  }
}
