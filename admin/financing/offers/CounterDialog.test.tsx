import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AdminContext, HttpError, testDataProvider } from 'react-admin';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Application, Offer } from '../../generated/schema';
import { i18nProvider } from '../../i18n';
import { CounterDialog } from './CounterDialog';

beforeEach(() => vi.stubGlobal('fetch', async () => Response.json({ data: {} })));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const offer = {
  id: 'o1',
  version: 1,
  amountFen: 50_000_000,
  termMonths: 12,
  rateBps: 480,
  repaymentMethod: 'INTEREST_FIRST',
  dayBasis: 'ACT/360',
  securities: [],
  pricing: { kind: 'fixed' },
  totalInterestFen: 0,
  totalFeesFen: 0,
  validUntil: '2026-12-23',
} as unknown as Offer;
const application = {
  counterOffers: [],
  productVersion: { repaymentMethods: [], securities: [] },
} as unknown as Application;

function open(run: (...given: unknown[]) => Promise<unknown>) {
  render(
    <AdminContext dataProvider={{ ...testDataProvider(), run }} i18nProvider={i18nProvider}>
      <CounterDialog offer={offer} application={application} onClose={() => undefined} />
    </AdminContext>,
  );
  return { user: userEvent.setup(), rate: screen.getByLabelText(/最高年利率/), amount: screen.getByLabelText(/金额/) };
}

test('a rate of 0 % is asked about before it uses up a round, and any other is not', async () => {
  const run = vi.fn(async () => ({ id: 'c1' }));
  const { user, rate } = open(run);
  await user.clear(rate);
  await user.type(rate, '0');
  await user.click(screen.getByRole('button', { name: '发出还价' }));
  expect(run).not.toHaveBeenCalled();
  expect(screen.getByRole('alert').textContent).toContain('您填写的利率为 0 %（报价为 4.80 %），确定吗？');
  await user.type(rate, '.01');
  expect(screen.queryByRole('alert')).toBeNull();
  await user.clear(rate);
  await user.type(rate, '0');
  await user.click(screen.getByRole('button', { name: '确定按 0 % 发出' }));
  expect(run).toHaveBeenCalledWith('offers', 'counterOffer', expect.objectContaining({ id: 'o1' }));
});

test('what the server refuses stands at its figure, and goes with it', async () => {
  const refusal = new HttpError('金额不能超过企业申请的 50 万元。', 422, { code: 'INVALID_INPUT', field: 'amountFen' });
  const { user, rate, amount } = open(() => Promise.reject(refusal));
  await user.clear(rate);
  await user.type(rate, '4.2');
  await user.click(screen.getByRole('button', { name: '发出还价' }));
  await screen.findByText('金额不能超过企业申请的 50 万元。');
  expect(document.activeElement).toBe(amount);
  await user.type(amount, '{Backspace}');
  expect(screen.queryByText('金额不能超过企业申请的 50 万元。')).toBeNull();
});
