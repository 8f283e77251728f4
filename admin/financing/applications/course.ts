import type { ApplicationState } from '../../generated/schema';

/** The way of an application that ends in a loan. */
export const steps = ['submitted', 'accepted', 'offered', 'offerAccepted', 'disbursed'] as const;
export type Step = (typeof steps)[number];

/** Who takes each step. */
const actors: Readonly<Record<Step, 'firm' | 'bank'>> = {
  submitted: 'firm',
  accepted: 'bank',
  offered: 'bank',
  offerAccepted: 'firm',
  disbursed: 'bank',
};

/** The verb of the record that is the taking of each step. */
const verbs: Readonly<Record<Step, string>> = {
  submitted: 'submitApplication',
  accepted: 'acceptApplication',
  offered: 'makeOffer',
  offerAccepted: 'acceptOffer',
  disbursed: 'disburse',
};

export type CourseStep = {
  readonly step: Step;
  /** Taken; the one awaited now; the one at which it ended; not reached. */
  readonly standing: 'taken' | 'awaited' | 'ended' | 'ahead';
  /** The moment it was last taken, where it was. */
  readonly at: string | null;
};

/** What was done to the application, the earliest first. */
type History = readonly { readonly verb: string; readonly at: string }[];

/**
 * How far an application has come: the steps taken with their moments, the one awaited, and where it ended without a loan,
 * the step that never came.
 */
export function courseOf(state: ApplicationState, history: History): CourseStep[] {
  const at = stepAt(state);
  const last = at ? steps.indexOf(at) : lastTaken(history);
  return steps.map((step, place) => ({
    step,
    standing: place <= last ? 'taken' : place > last + 1 ? 'ahead' : at ? 'awaited' : 'ended',
    at: place <= last ? momentOf(step, history) : null,
  }));
}

/** The step at which a live or disbursed application stands: one that is bargained over has been offered a loan. */
const stepAt = (state: ApplicationState): Step | null =>
  state === 'countered' ? 'offered' : (steps.find(step => step === state) ?? null);

const momentOf = (step: Step, history: History): string | null =>
  history.filter(({ verb }) => verb === verbs[step]).at(-1)?.at ?? null;

/** The place in the way that each verb of the record leads to: a declined or withdrawn offer leads back to the review. */
const placeAfter: Readonly<Record<string, number>> = {
  submitApplication: 0,
  acceptApplication: 1,
  makeOffer: 2,
  withdrawOffer: 1,
  declineOffer: 1,
  counterOffer: 2,
  keepOffer: 2,
  acceptOffer: 3,
  disburse: 4,
};

/** Where the application stood before it ended. */
const lastTaken = (history: History): number => history.reduce((place, { verb }) => placeAfter[verb] ?? place, 0);

/** Whose turn it is; nobody's once it is paid out or has ended. */
export function turnOf(state: ApplicationState): 'firm' | 'bank' | null {
  if (state === 'countered') return 'bank';
  const at = stepAt(state);
  const next = at && steps[steps.indexOf(at) + 1];
  return next ? actors[next] : null;
}
