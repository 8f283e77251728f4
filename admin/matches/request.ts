import { percentScale, type Scale, wanScale, wholeOf, wholeScale } from '../products/figures';

/** What the firm typed, as it typed it; numbers in 万元, months and per cent. Kept in the address of the page. */
export type RequestDraft = {
  readonly amountWan: string;
  readonly termMonths: string;
  readonly purpose: string;
  readonly securities: readonly string[];
  readonly offersNone: boolean;
  readonly ratePercent: string;
  /** The day whose data is judged; empty for today. */
  readonly day: string;
  readonly label: string;
  /** Words in the name of the product or its bank. */
  readonly words: string;
};

export const emptyDraft: RequestDraft = {
  amountWan: '',
  termMonths: '',
  purpose: '',
  securities: [],
  offersNone: false,
  ratePercent: '',
  day: '',
  label: '',
  words: '',
};

const positive = (text: string, scale: Scale): number | null => {
  const whole = wholeOf(text, scale);
  return whole !== null && whole > 0 ? whole : null;
};

/** True when the field holds something that is not a figure above 0 with at most the decimals of `scale`. */
export const isInvalidFigure = (text: string, scale: Scale): boolean => text.trim() !== '' && positive(text, scale) === null;

/** The request as the platform takes it: fen, months, basis points; null when nothing was said. */
export function requestOf(draft: RequestDraft) {
  const request = {
    amountFen: positive(draft.amountWan, wanScale),
    termMonths: positive(draft.termMonths, wholeScale),
    purpose: draft.purpose || null,
    securities: draft.offersNone ? [] : draft.securities.length > 0 ? draft.securities : null,
    rateBpsMax: positive(draft.ratePercent, percentScale),
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
    day: parameters.get('on') ?? '',
    label: parameters.get('label') ?? '',
    words: parameters.get('q') ?? '',
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
  set('on', draft.day);
  set('label', draft.label);
  set('q', draft.words);
  set('unsecured', draft.offersNone ? '1' : '');
  next.delete('security');
  for (const security of draft.offersNone ? [] : draft.securities) next.append('security', security);
  next.delete('page');
  // Another request is no longer the demand that the address came with; other words or another day are.
  if (JSON.stringify(requestOf(draftFrom(parameters))) !== JSON.stringify(requestOf(draft))) {
    next.delete('demand');
    next.delete('instead');
  }
  return next;
}

/** What is asked of the platform once the typing rests. */
export type Asked = {
  readonly request: ReturnType<typeof requestOf>;
  readonly label: string;
  readonly q: string;
  readonly on: string | null;
};
