import type { ApplicationState } from '../../generated/schema';

/** The way of an application that ends in a loan. */
export const steps = [
  'submitted',
  'accepted',
  'dueDiligence',
  'offered',
  'offerAccepted',
  'approved',
  'signed',
  'disbursed',
] as const;
export type Step = (typeof steps)[number];

/** The verbs of the record that are the taking of each step. */
const verbs: Readonly<Record<Step, readonly string[]>> = {
  submitted: ['submitApplication', 'grabDemand', 'inviteInstitution'],
  accepted: ['acceptApplication'],
  dueDiligence: ['startDueDiligence'],
  offered: ['makeOffer'],
  offerAccepted: ['acceptOffer'],
  approved: ['approveApplication', 'approveGuarantee'],
  signed: ['signContract'],
  disbursed: ['disburse', 'openLine'],
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
  const last = lastTaken(history);
  const isOver = !isLent(state) && turnOf(state) === null;
  return steps.map((step, place) => ({
    step,
    standing: place <= last ? 'taken' : place > last + 1 ? 'ahead' : isOver ? 'ended' : 'awaited',
    at: place <= last ? momentOf(step, history) : null,
  }));
}

const momentOf = (step: Step, history: History): string | null =>
  history.filter(({ verb }) => verbs[step].includes(verb)).at(-1)?.at ?? null;

/**
 * The place in the way that each verb of the record leads to: a declined or withdrawn offer leads back to the review. Whatever
 * is not here (corrections, an indication, a counter-offer, a contract to sign) leaves it where it is.
 */
const placeAfter: Readonly<Record<string, number>> = {
  submitApplication: 0,
  acceptApplication: 1,
  startDueDiligence: 2,
  withdrawOffer: 2,
  declineOffer: 2,
  makeOffer: 3,
  acceptOffer: 4,
  approveApplication: 5,
  approveGuarantee: 5,
  signContract: 6,
  disburse: 7,
  openLine: 7,
};

/** Where the application stands, or stood before it ended. */
const lastTaken = (history: History): number => history.reduce((place, { verb }) => placeAfter[verb] ?? place, 0);

/** Whose it can be to go on; a guarantor's where a loan waits for its guarantee. */
export type Turn = 'firm' | 'bank' | 'guarantor';

const turns: Readonly<Record<ApplicationState, Turn | null>> = {
  invited: 'bank',
  submitted: 'bank',
  accepted: 'bank',
  actionRequired: 'firm',
  dueDiligence: 'bank',
  inPrinciple: 'bank',
  offered: 'firm',
  countered: 'bank',
  offerAccepted: 'bank',
  guaranteePending: 'guarantor',
  approved: 'bank',
  contractIssued: 'firm',
  signed: 'bank',
  partiallyDisbursed: null,
  disbursed: null,
  declined: null,
  rejected: null,
  withdrawn: null,
  lapsed: null,
  cancelled: null,
  released: null,
};

/** Whose turn it is; nobody's once it is paid out or has ended. */
export const turnOf = (state: ApplicationState): Turn | null => turns[state];

/** The money was paid out, or the line to draw it from opened. */
export const isLent = (state: ApplicationState): boolean => state === 'disbursed' || state === 'partiallyDisbursed';

/** The states in which it is the turn of a side; and in which it is somebody else's. */
export const statesOfTurn = (side: 'firm' | 'bank'): ApplicationState[] =>
  (Object.keys(turns) as ApplicationState[]).filter(state => turns[state] === side);
export const statesOfOthers = (side: 'firm' | 'bank'): ApplicationState[] =>
  (Object.keys(turns) as ApplicationState[]).filter(state => turns[state] !== side && turns[state] !== null);
