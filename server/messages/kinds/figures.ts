import type { CalendarDate } from '../../shared/dates';
import { type Fen, sumText } from '../../shared/money';
import { type Bps, bpsPerPercent } from '../../shared/rate';
import type { Text } from '../../shared/text';

/** An amount as every sentence of the platform says it. */
export const sayAmount = sumText;

/** Per cent a year. */
export const sayRate = (bps: Bps): Text => ({
  zh: `年利率 ${(bps / bpsPerPercent).toFixed(2)}%`,
  en: `${(bps / bpsPerPercent).toFixed(2)}% a year`,
});

export const sayTerm = (months: number): Text => ({
  zh: `${months} 个月`,
  en: `${months} ${months === 1 ? 'month' : 'months'}`,
});

/** What a loan comes to, in one line. */
export type LoanFigures = { readonly amountFen: Fen; readonly termMonths: number; readonly rateBps?: Bps };

export const sayLoan = ({ amountFen, termMonths, rateBps }: LoanFigures): Text =>
  joined([sayAmount(amountFen), sayTerm(termMonths), ...(rateBps === undefined ? [] : [sayRate(rateBps)])]);

const joined = (parts: readonly Text[]): Text => ({
  zh: parts.map(({ zh }) => zh).join('，'),
  en: parts.map(({ en }) => en).join(', '),
});

export const sayReason = (reason: Text | null): Text | null => reason && { zh: `原因：${reason.zh}`, en: `Reason: ${reason.en}` };

export const sayValidity = (validUntil: CalendarDate): Text => ({
  zh: `有效期至 ${validUntil}，请在此之前答复。`,
  en: `Valid until ${validUntil}: please answer by then.`,
});
