import type { Fen } from '../../shared/money';
import { bpsPerUnit } from '../../shared/rate';

/** What a guarantor's limits are reckoned from; all in fen. */
export type GuarantorStanding = {
  readonly netAssetsFen: Fen;
  /** It mainly serves small firms and farming: it may lever its assets fifteen times instead of ten. */
  readonly isSmallAndFarm: boolean;
  /** The liability it bears already, on the platform and off it. */
  readonly liabilityFen: Fen;
  /** Of that, for this firm; and for the firm's affiliates. */
  readonly firmFen: Fen;
  readonly affiliatesFen: Fen;
};

export const guarantorLimits = ['leverage', 'oneFirm', 'firmAndAffiliates'] as const;
export type GuarantorLimit = (typeof guarantorLimits)[number];

/** One limit with its numbers; `leftFen` is what is left after this guarantee, below zero by what is too much. */
export type LimitFinding = {
  readonly limit: GuarantorLimit;
  readonly limitFen: Fen;
  readonly usedFen: Fen;
  readonly thisFen: Fen;
  readonly leftFen: Fen;
  readonly isWithin: boolean;
};

const leverage = { most: 10, smallAndFarm: 15 };
const oneFirmBps = 1_000;
const firmAndAffiliatesBps = 1_500;

/**
 * Whether a guarantor may take on another `thisFen` of liability: all its liability at most ten times its net assets (fifteen where
 * it mainly serves small firms and farming), one firm at most 10 % of them, a firm with its affiliates at most 15 %. Every
 * limit is answered with its numbers, whether it is kept or not.
 * Source: 融资担保公司监督管理条例（2017）第十五条、第十六条.
 */
export function limitFindings(standing: GuarantorStanding, thisFen: Fen): LimitFinding[] {
  const { netAssetsFen, isSmallAndFarm, liabilityFen, firmFen, affiliatesFen } = standing;
  const partOf = (bps: number) => Number((BigInt(netAssetsFen) * BigInt(bps)) / BigInt(bpsPerUnit));
  const finding = (limit: GuarantorLimit, limitFen: Fen, usedFen: Fen): LimitFinding => {
    const leftFen = limitFen - usedFen - thisFen;
    return { limit, limitFen, usedFen, thisFen, leftFen, isWithin: leftFen >= 0 };
  };
  return [
    finding('leverage', netAssetsFen * (isSmallAndFarm ? leverage.smallAndFarm : leverage.most), liabilityFen),
    finding('oneFirm', partOf(oneFirmBps), firmFen),
    finding('firmAndAffiliates', partOf(firmAndAffiliatesBps), firmFen + affiliatesFen),
  ];
}
