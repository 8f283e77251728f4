import type { DemandRoute, FinancingDemand, Purpose, RepaymentMethod, SecurityKind } from '../../generated/schema';
import type { RequestDraft } from '../../matches/request';
import { percentScale, wanScale, wholeOf, wholeScale } from '../../products/figures';

/** A demand while it is being written: whole fen, months and basis points; null where empty, NaN where it is no figure. */
export type DemandDraft = {
  readonly amountFen: number | null;
  readonly termMonths: number | null;
  readonly purpose: Purpose | null;
  readonly securities: readonly SecurityKind[];
  readonly offersNone: boolean;
  readonly highestRateBps: number | null;
  readonly repaymentMethods: readonly RepaymentMethod[];
  readonly note: string;
  readonly route: DemandRoute;
  readonly lendersMax: number;
  readonly allowsSecondLook: boolean;
  /** Days as a field of a form holds them; empty where the route has none. */
  readonly validUntil: string;
  readonly offersUntil: string;
};

export const routes: readonly DemandRoute[] = ['direct', 'grab', 'auction', 'dispatch'];

/** As the server has it. */
export const marketDaysMax = 180;

/** The day so many days after one that is written YYYY-MM-DD. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The firm goes to banks itself, and nothing goes on to others unless it says so. */
const direct = { route: 'direct', lendersMax: 3, allowsSecondLook: false, validUntil: '', offersUntil: '' } as const;

/** The demand that a request for matches already says. */
export const demandFrom = (request: RequestDraft): DemandDraft => ({
  amountFen: wholeOf(request.amountWan, wanScale),
  termMonths: wholeOf(request.termMonths, wholeScale),
  purpose: (request.purpose || null) as Purpose | null,
  securities: request.securities as SecurityKind[],
  offersNone: request.offersNone,
  highestRateBps: wholeOf(request.ratePercent, percentScale),
  repaymentMethods: [],
  note: '',
  ...direct,
});

/** A demand on record as a draft that says the same. */
export const demandOf = (demand: FinancingDemand): DemandDraft => ({
  amountFen: demand.amountFen,
  termMonths: demand.termMonths,
  purpose: demand.purpose,
  securities: demand.securities,
  offersNone: demand.securities.length === 0,
  highestRateBps: demand.highestRateBps,
  repaymentMethods: demand.repaymentMethods,
  note: demand.note ?? '',
  ...direct,
});

export type DemandStep = 'amount' | 'term' | 'purpose' | 'securities' | 'figures' | 'days';

const isAboveZero = (figure: number | null): figure is number => figure !== null && figure > 0;

/** What is left to do before the demand can be recorded, in the order of the form. */
export function stepsLeft({ amountFen, termMonths, highestRateBps, ...draft }: DemandDraft): DemandStep[] {
  const written = [amountFen, termMonths, highestRateBps].filter(figure => figure !== null);
  return [
    ...(amountFen === null ? (['amount'] as const) : []),
    ...(termMonths === null ? (['term'] as const) : []),
    ...(draft.purpose === null ? (['purpose'] as const) : []),
    ...(draft.securities.length === 0 && !draft.offersNone ? (['securities'] as const) : []),
    ...(written.every(isAboveZero) ? [] : (['figures'] as const)),
    ...(isMissingDay(draft) ? (['days'] as const) : []),
  ];
}

const isMissingDay = ({ route, validUntil, offersUntil }: Pick<DemandDraft, 'route' | 'validUntil' | 'offersUntil'>): boolean =>
  (route !== 'direct' && validUntil === '') || (route === 'auction' && offersUntil === '');

/** The request that the draft says so far, for judging products by it; what is no figure is left out. */
export function requestOf({
  offersNone,
  securities,
  highestRateBps,
  amountFen,
  termMonths,
  purpose,
  repaymentMethods,
}: DemandDraft) {
  return {
    amountFen: isAboveZero(amountFen) ? amountFen : null,
    termMonths: isAboveZero(termMonths) ? termMonths : null,
    purpose,
    securities: offersNone ? [] : securities.length > 0 ? securities : null,
    rateBpsMax: isAboveZero(highestRateBps) ? highestRateBps : null,
    repaymentMethods: repaymentMethods.length > 0 ? repaymentMethods : null,
  };
}

/** The input of openDemand; null while a step is left. */
export function demandInputOf(draft: DemandDraft) {
  if (stepsLeft(draft).length > 0) return null;
  const { amountFen, termMonths, purpose, securities, offersNone, highestRateBps, repaymentMethods, note } = draft;
  const { route, lendersMax, allowsSecondLook, validUntil, offersUntil } = draft;
  return {
    amountFen,
    termMonths,
    purpose,
    securities: offersNone ? [] : securities,
    highestRateBps,
    repaymentMethods,
    note: note.trim() || null,
    route,
    lendersMax,
    allowsSecondLook,
    validUntil: validUntil || null,
    offersUntil: offersUntil || null,
  };
}
