import type { LprQuote } from '../../generated/schema';

export type Frame = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

const margins = { left: 58, right: 8, top: 10, bottom: 24 };
/** The drawing is scaled to the page, so a phone gets one whose letters stay legible. */
export const frames = { wide: { width: 820, height: 220, ...margins }, narrow: { width: 360, height: 200, ...margins } };

type Line = { readonly tenor: string; readonly path: string; readonly latest: LprQuote };
export type Course = {
  readonly lines: readonly Line[];
  readonly years: readonly { readonly x: number; readonly year: number }[];
  readonly levels: readonly { readonly y: number; readonly rateBps: number }[];
};

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** The quotations as step lines within `frame`: one line a tenor, a level every 50 basis points, a mark every New Year. */
export function courseOf(quotes: readonly LprQuote[], frame: Frame): Course {
  const sorted = [...quotes].sort((one, other) => one.publishedOn.localeCompare(other.publishedOn));
  const days = sorted.map(({ publishedOn }) => day(publishedOn));
  const rates = sorted.map(({ rateBps }) => rateBps);
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const [low, high] = [Math.floor(Math.min(...rates) / 50) * 50, Math.ceil(Math.max(...rates) / 50) * 50];
  const x = (at: number) => frame.left + ((at - from) / Math.max(1, to - from)) * (frame.width - frame.left - frame.right);
  const y = (rateBps: number) =>
    frame.top + ((high - rateBps) / Math.max(50, high - low)) * (frame.height - frame.top - frame.bottom);
  const tenors = [...new Set(sorted.map(({ tenor }) => tenor))].sort();
  return {
    lines: tenors.flatMap(tenor => {
      const own = sorted.filter(quote => quote.tenor === tenor);
      const latest = own.at(-1);
      if (!latest) return [];
      const steps = own.map(({ publishedOn, rateBps }, index) => {
        const at = x(day(publishedOn)).toFixed(1);
        return index === 0 ? `M${at} ${y(rateBps).toFixed(1)}` : `H${at}V${y(rateBps).toFixed(1)}`;
      });
      return [{ tenor, latest, path: `${steps.join('')}H${frame.width - frame.right}` }];
    }),
    years: yearsBetween(sorted).map(year => ({ year, x: x(day(`${year}-01-01`)) })),
    levels: Array.from({ length: (high - low) / 50 + 1 }, (_, step) => low + step * 50).map(rateBps => ({
      rateBps,
      y: y(rateBps),
    })),
  };
}

/** Every year whose first day lies between the first quotation and the last. */
function yearsBetween(sorted: readonly LprQuote[]): number[] {
  const first = Number(sorted[0]?.publishedOn.slice(0, 4));
  const last = Number(sorted.at(-1)?.publishedOn.slice(0, 4));
  return Number.isNaN(first) ? [] : Array.from({ length: last - first }, (_, step) => first + 1 + step);
}
