import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AdminContext, testDataProvider } from 'react-admin';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { i18nProvider } from '../../i18n';
import { RefuseDialog } from './RefuseDialog';

const text = (zh: string) => ({ zh, en: zh });
const reasonCodes = [
  { code: 'R02', needsText: false, label: text('行业限制'), change: text('请查看未限制该行业的产品。') },
  { code: 'R11', needsText: true, label: text('欠税、欠社保或欠费'), change: text('缴清欠款后可再申请。') },
];

beforeEach(() => vi.stubGlobal('fetch', async () => Response.json({ data: { reasonCodes } })));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open() {
  const run = vi.fn(async () => ({ id: 'a1', version: 3 }));
  const dataProvider = { ...testDataProvider(), run };
  render(
    <AdminContext dataProvider={dataProvider} i18nProvider={i18nProvider}>
      <RefuseDialog application={{ id: 'a1', version: 2 }} verb="rejectApplication" onClose={() => undefined} />
    </AdminContext>,
  );
  const user = userEvent.setup();
  return {
    user,
    run,
    choose: async (name: RegExp) => {
      await user.click(await screen.findByRole('combobox'));
      await user.click(await screen.findByRole('option', { name }));
    },
    send: () => screen.getByRole<HTMLButtonElement>('button', { name: '审核不通过' }),
  };
}

test('nothing is refused without a reason, and the bank reads what the firm is told', async () => {
  const { user, run, choose, send } = open();
  expect(send().disabled).toBe(true);
  await choose(/R02/);
  expect(screen.getByRole('alert').textContent).toContain('请查看未限制该行业的产品。');
  await user.click(send());
  expect(run).toHaveBeenCalledWith('applications', 'rejectApplication', {
    id: 'a1',
    version: 2,
    reasonCode: 'R02',
    reasonText: null,
  });
});

test('a reason that says too little by itself waits for ten characters of explanation', async () => {
  const { user, choose, send } = open();
  await choose(/R11/);
  const words = screen.getByLabelText(/具体说明/);
  await user.type(words, '欠缴十月份社保费八千');
  expect(send().disabled).toBe(false);
  await user.type(words, '{Backspace}');
  expect(send().disabled).toBe(true);
});
