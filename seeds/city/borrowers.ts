import { addMonths, type CalendarDate } from '../../server/shared/dates';
import { regionPath } from '../../server/shared/regions';
import { sizeClass } from '../../server/shared/sizeClass';
import { drawProfile, type Profile } from '../enterprises/profile';
import type { Trade } from '../enterprises/trades';
import { Random } from '../random';

/** What the plan of the city needs to know of a firm; its records are drawn from the same profile when they are written. */
export type FirmSketch = {
  readonly index: number;
  readonly countyCode: string;
  readonly industryCode: string;
  readonly entityType: Profile['entityType'];
  readonly traits: Trade['traits'];
  readonly quality: number;
  readonly salesWan: number;
  /** The first day on which it can have had business with a bank of the platform. */
  readonly bankableFrom: CalendarDate;
  /** Old enough to have handed in the annual report that tells its size, and by its size an SME. */
  readonly canBorrow: boolean;
};

/** Months in business before a bank lends, and before there is an annual report. */
const monthsBeforeFirstLoan = 4;
const monthsBeforeReport = 14;

/** The firm numbered `index`, as `seedEnterprises` will write it. */
export function sketchOf(seed: number, index: number, today: CalendarDate): FirmSketch {
  const profile = drawProfile(Random.of(seed, index), index, today);
  const county = regionPath(profile.regionCode).find(({ level }) => level === 'county');
  return {
    index,
    countyCode: county?.code ?? profile.regionCode,
    industryCode: profile.trade.industryCode,
    entityType: profile.entityType,
    traits: profile.trade.traits,
    quality: profile.quality,
    salesWan: profile.yearlySalesFen / 1_000_000,
    bankableFrom: addMonths(profile.foundedOn, monthsBeforeFirstLoan),
    canBorrow: profile.ageMonths >= monthsBeforeReport && !isLarge(profile),
  };
}

/** By all its sales and by assets above what its report will say: whoever is not large by these is not large at all. */
const isLarge = ({ trade, employees, yearlySalesFen }: Profile): boolean =>
  sizeClass({
    industryCode: trade.industryCode,
    employees,
    revenueFen: yearlySalesFen,
    assetsFen: Math.round(yearlySalesFen * 1.2),
  }).sizeClass === 'LARGE';
