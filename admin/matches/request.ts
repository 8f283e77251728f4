/** What the firm typed, as it typed it; numbers in 万元, months and per cent. Kept in the address of the page. */
export type RequestDraft = {
  readonly amountWan: string;
  readonly termMonths: string;
  readonly purpose: string;
  readonly securities: readonly string[];
  readonly offersNone: boolean;
  readonly ratePercent: string;
};

export const emptyDraft: RequestDraft = { amountWan: '', termMonths: '', purpose: '', securities: [], offersNone: false, ratePercent: '' };

const positive = (text: string): number | null => {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) && value > 0 ? value : null;
};

/** True when the field holds something that is not a number above 0. */
export const isInvalidNumber = (text: string): boolean => text.trim() !== '' && positive(text) === null;

const fenPerWan = 1_000_000;

/** The request as the platform takes it: fen, months, basis points; null when nothing was said. */
export function requestOf(draft: RequestDraft) {
  const amount = positive(draft.amountWan);
  const term = positive(draft.termMonths);
  const rate = positive(draft.ratePercent);
  const request = {
    amountFen: amount === null ? null : Math.round(amount * fenPerWan),
    termMonths: term === null ? null : Math.round(term),
    purpose: draft.purpose || null,
    securitiesOffered: draft.offersNone ? [] : draft.securities.length > 0 ? draft.securities : null,
    highestRateBps: rate === null ? null : Math.round(rate * 100),
  };
  return Object.values(request).every(value => value === null) ? null : request;
}

/** The draft that the address of the page holds, so that a request survives a reload and can be sent to a colleague. */
export function draftFrom(parameters: URLSearchParams): RequestDraft {
  return {
    amountWan: parameters.get('amount') ?? '',
    termMonths: parameters.get('term') ?? '',
    purpose: parameters.get('purpose') ?? '',
    securities: parameters.getAll('security'),
    offersNone: parameters.get('unsecured') === '1',
    ratePercent: parameters.get('rate') ?? '',
  };
}

/** `parameters` with the draft in them; empty fields leave no trace. */
export function withDraft(parameters: URLSearchParams, draft: RequestDraft): URLSearchParams {
  const next = new URLSearchParams(parameters);
  const set = (name: string, value: string) => (value ? next.set(name, value) : next.delete(name));
  set('amount', draft.amountWan);
  set('term', draft.termMonths);
  set('purpose', draft.purpose);
  set('rate', draft.ratePercent);
  set('unsecured', draft.offersNone ? '1' : '');
  next.delete('security');
  for (const security of draft.offersNone ? [] : draft.securities) next.append('security', security);
  next.delete('page');
  return next;
}
