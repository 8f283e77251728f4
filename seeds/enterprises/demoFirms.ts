import { needsConsent } from '../../server/enterprises/dataClasses';
import { type RecordedDataClassCode, recordedDataClassCodes } from '../../server/shared/dataClassCodes';
import type { Profile } from './profile';
import { type Trade, trades } from './trades';

/** A firm of the demo accounts: what is special about it; name, code and division are those of its organisation. */
export type DemoFirm = {
  readonly username: string;
  readonly profile: Omit<Partial<Profile>, 'name' | 'uscc' | 'regionCode' | 'foundedOn' | 'ageMonths'>;
  readonly monthsOld: number;
  /** The share of classes that departments have delivered. */
  readonly coverage: number;
  /** The classes it has authorised for matching, and for the first bank's assessment. */
  readonly matching: readonly RecordedDataClassCode[];
  readonly assessment: readonly RecordedDataClassCode[];
};

const tradeOf = (industryCode: string): Trade => {
  const found = trades.find(trade => trade.industryCode === industryCode);
  if (!found) throw new RangeError(`no trade ${industryCode}`);
  return found;
};
const wanFen = 1_000_000;
const without = (...kept: RecordedDataClassCode[]) => recordedDataClassCodes.filter(code => !kept.includes(code));

/**
 * One firm that qualifies for much and has kept three classes back, so that it sees what authorising them would decide;
 * and a young one that has authorised little.
 */
export const demoFirms: readonly DemoFirm[] = [
  {
    username: 'firm',
    monthsOld: 115,
    coverage: 1,
    matching: without('ELECTRICITY', 'REAL_ESTATE', 'CASH_FLOW'),
    assessment: without('OWNERSHIP_KEY_PERSONS', 'CASH_FLOW', 'REAL_ESTATE'),
    profile: {
      trade: tradeOf('3484'),
      entityType: 'enterprise',
      quality: 1.5,
      employees: 64,
      yearlySalesFen: 3_860 * wanFen,
      growth: 0.16,
      personAgeYears: 45,
      capitalFen: 1_000 * wanFen,
      isExporter: true,
    },
  },
  {
    username: 'firm2',
    monthsOld: 15,
    coverage: 0.8,
    matching: recordedDataClassCodes.filter(
      code => !needsConsent(code) || ['TAX_CREDIT_GRADE', 'TAX_PAID', 'VAT_INVOICE_SUMMARY'].includes(code),
    ),
    assessment: [],
    profile: {
      trade: tradeOf('6513'),
      entityType: 'enterprise',
      quality: 0.3,
      employees: 7,
      yearlySalesFen: 182 * wanFen,
      growth: 0.5,
      personAgeYears: 31,
      capitalFen: 100 * wanFen,
      isExporter: false,
    },
  },
];
