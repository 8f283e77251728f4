import fc from 'fast-check';

/** A mutant is caught by the first case that fails: none smaller is looked for, and the cases are the same for every mutant. */
fc.configureGlobal({ seed: 42, endOnFailure: true });
