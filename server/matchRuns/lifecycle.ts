/** A run waits, is carried out once, and ends finished or failed; a failed one is asked for again. */
export const matchRunStates = ['waiting', 'running', 'finished', 'failed'] as const;
export type MatchRunState = (typeof matchRunStates)[number];
