import type { Fen } from '../../shared/money';
import { bpsPerUnit } from '../../shared/rate';

export const stops = ['stopLoss', 'compensationRate', 'lossRatio'] as const;
export type Stop = (typeof stops)[number];

/** What a scheme has agreed to stop at; null where it has agreed to nothing. */
export type StopTerms = {
  /** Overdue and compensated money at which new business stops. */
  readonly stopLossFen: Fen | null;
  /** Money compensated and not recovered, as a part of all that was guaranteed and paid out. */
  readonly compensationRateBpsMax: number | null;
  /** The insurer's claims as a part of its premiums, at which it pauses. */
  readonly lossRatioBpsMax: number | null;
};

/** What has come of the scheme so far, in fen. */
export type SchemeCourse = {
  /** Principal of loans under it that are overdue and not yet compensated. */
  readonly overdueFen: Fen;
  readonly compensatedFen: Fen;
  readonly recoveredFen: Fen;
  /** All loans paid out under it. */
  readonly lentFen: Fen;
  /** What the insurer was paid in premiums, and what it has paid out less what came back to it. */
  readonly premiumsFen: Fen;
  readonly claimsFen: Fen;
};

/** One stop with its numbers: in fen, or as a rate in basis points (null while there is nothing to divide by). */
export type StopFinding = {
  readonly stop: Stop;
  readonly unit: 'fen' | 'bps';
  readonly limit: number;
  readonly used: number | null;
  readonly isReached: boolean;
};

/**
 * Where a scheme stands at its stops. New business stops when a stop is reached, not only when it is passed, and goes on as soon as
 * it is below it again; guarantees that hold are untouched. A stop is answered with its numbers, reached or not.
 * Source: 德阳专利权质押融资: stopped at overdue loans of 5,000,000 yuan and resumed below; the insurer pauses at a loss ratio of 150 %.
 */
export function stopFindings(terms: StopTerms, course: SchemeCourse): StopFinding[] {
  const openFen = course.compensatedFen - course.recoveredFen;
  return [
    ...inFen(terms.stopLossFen, course.overdueFen + openFen),
    ...inBps('compensationRate', terms.compensationRateBpsMax, openFen, course.lentFen),
    ...inBps('lossRatio', terms.lossRatioBpsMax, course.claimsFen, course.premiumsFen),
  ];
}

/** Whether new business is stopped. */
export const isStopped = (findings: readonly StopFinding[]): boolean => findings.some(({ isReached }) => isReached);

const inFen = (limit: Fen | null, used: Fen): StopFinding[] =>
  limit === null ? [] : [{ stop: 'stopLoss', unit: 'fen', limit, used, isReached: used >= limit }];

/** Compared without dividing, so that no rounding decides. */
const inBps = (stop: Stop, limit: number | null, partFen: Fen, wholeFen: Fen): StopFinding[] =>
  limit === null
    ? []
    : [
        {
          stop,
          unit: 'bps',
          limit,
          used: wholeFen > 0 ? Number((BigInt(partFen) * BigInt(bpsPerUnit)) / BigInt(wholeFen)) : null,
          isReached: partFen > 0 && BigInt(partFen) * BigInt(bpsPerUnit) >= BigInt(limit) * BigInt(wholeFen),
        },
      ];
