import { describe, expect, it } from 'vitest';
import { calendarDate, monthOf } from '../../server/shared/dates';
import { shareBps } from '../../server/shared/rate';
import { cityMonths, lastReported } from './reports';

const months = cityMonths(monthOf(calendarDate('2026-10-01')), 1);
const at = (month: string) => {
  const found = months.find(each => each.month === month);
  if (!found) throw new RangeError(`no figures of ${month}`);
  return found;
};

describe('the months of the city', () => {
  const now = at('2021-11');
  const before = at('2020-11');

  it('go through the published figures of November 2021', () => {
    expect(now).toMatchObject({
      depositsWan: 36_138_300,
      loansWan: 22_068_700,
      directFinancingWan: 450_000,
      newLoansRateBps: 543,
    });
    expect(shareBps(now.depositsWan - before.depositsWan, before.depositsWan)).toBe(1_043);
    expect(shareBps(now.loansWan - before.loansWan, before.loansWan)).toBe(1_571);
    expect(shareBps(now.loansWan, now.depositsWan)).toBe(6_107);
    expect(shareBps(now.directFinancingWan - before.directFinancingWan, before.directFinancingWan)).toBe(750);
  });

  it('follow one another without a gap or a leap', () => {
    expect(months).toHaveLength(82);
    for (const [place, month] of months.slice(1).entries()) {
      const step = month.loansWan / (months[place]?.loansWan ?? 0);
      expect(step > 0.99 && step < 1.03, `${month.month}: ${step}`).toBe(true);
    }
  });

  it('add direct financing up within a year, and begin anew with the next', () => {
    expect(at('2022-12').directFinancingWan).toBeGreaterThan(at('2022-11').directFinancingWan);
    expect(at('2023-01').directFinancingWan).toBeLessThan(at('2022-12').directFinancingWan);
  });
});

it.each([
  ['2026-11-23', '2026-10'],
  ['2026-11-12', '2026-09'],
  ['2026-11-13', '2026-10'],
])('on %s all have reported of %s', (today, month) => expect(lastReported(calendarDate(today))).toBe(month));
