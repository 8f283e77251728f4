import { cleanup, render, screen } from '@testing-library/react';
import { AdminContext, testDataProvider } from 'react-admin';
import { afterEach, expect, test } from 'vitest';
import type { Application } from '../../generated/schema';
import { i18nProvider } from '../../i18n';
import { NextStep } from './NextStep';

afterEach(cleanup);

const clock = {
  party: 'institution',
  dueOn: '2026-11-30',
  leftDays: 2,
  isOverdue: false,
  releasedAfter: null,
  isCalendarKnown: true,
};

const application = (decide: number | null, limitDays: number | null) =>
  ({
    id: 'a1',
    state: 'dueDiligence',
    institution: { id: 'b1', name: '旌湖银行' },
    productVersion: { promisedDays: { accept: null, contact: null, decide, disburse: null } },
    reason: null,
    reasonText: null,
    transaction: null,
    clock: { ...clock, limitDays },
  }) as unknown as Application;

test.each([
  ['longer than the limit of the platform', 7, 5, '承诺 7 个工作日内审批，但平台规定这一步最长 5 个工作日；两者以较短的为准'],
  ['as long as the limit', 5, 5, '承诺 5 个工作日内审批，时限按这一承诺计算'],
  ['shorter, and so the limit itself', 3, 3, '承诺 3 个工作日内审批，时限按这一承诺计算'],
  ['with no limit beside it', 3, null, '承诺 3 个工作日内审批。'],
])('a promise %s says which of them counts', (_, promised, limit, said) => {
  render(
    <AdminContext dataProvider={testDataProvider()} i18nProvider={i18nProvider}>
      <NextStep application={application(promised, limit)} side="firm" />
    </AdminContext>,
  );
  expect(screen.getByRole('alert').textContent).toContain(said);
});

test('where nothing is promised, nothing is said of it', () => {
  render(
    <AdminContext dataProvider={testDataProvider()} i18nProvider={i18nProvider}>
      <NextStep application={application(null, 5)} side="firm" />
    </AdminContext>,
  );
  expect(screen.getByRole('alert').textContent).not.toContain('承诺');
});
