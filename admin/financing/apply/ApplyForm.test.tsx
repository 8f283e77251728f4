import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AdminContext, testDataProvider } from 'react-admin';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Product } from '../../generated/schema';
import { i18nProvider } from '../../i18n';
import { ApplyForm } from './ApplyForm';

const text = (zh: string) => ({ zh, en: zh });
const words = (code: string, label: string) => [{ code, label: text(label) }];
const dataClass = (code: string, name: string) => ({
  code,
  name: text(name),
  department: text('市税务局'),
  needsConsent: true,
  fields: [],
});
const demand = {
  id: 'd1',
  version: 1,
  state: 'published',
  amountFen: 100_000_000,
  termMonths: 12,
  purpose: 'WORKING_CAPITAL',
  securities: [],
  highestRateBps: null,
  repaymentMethods: [],
  note: null,
  allowedVerbs: ['submitApplication'],
};

/** What the platform knows: grows by what is done on the page. */
let known: { demands: unknown[]; consents: unknown[] };

const answers: Readonly<Record<string, () => unknown>> = {
  ProductVocabulary: () => ({
    productVocabulary: {
      purposes: words('WORKING_CAPITAL', '生产经营周转'),
      securities: words('PATENT_PLEDGE', '专利权质押'),
      repaymentMethods: words('LUMP_SUM', '到期一次还本付息'),
    },
  }),
  DataClasses: () => ({ dataClasses: [dataClass('PATENT', '专利'), dataClass('TAX_PAID', '纳税申报与缴纳')] }),
  ConsentTerms: () => ({ consentTerms: { version: '2026-11', hash: 'h1', text: text('授权书全文') } }),
  ApplicationStanding: () => ({ demands: { items: known.demands }, consents: { items: known.consents } }),
  RequestedMatch: () => ({
    match: {
      id: 'p1',
      verdict: 'eligible',
      findings: [{ path: '/all/0', verdict: 'met', predicates: [{ path: '/all/0', dataClass: 'TAX_PAID' }] }],
    },
  }),
};

beforeEach(() => {
  known = { demands: [], consents: [] };
  vi.stubGlobal('fetch', async (_: unknown, { body }: { body: string }) => {
    const { query } = JSON.parse(body) as { query: string };
    const name = /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
    return Response.json({ data: answers[name]?.() });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const product = {
  id: 'p1',
  institution: { id: 'b1', name: '旌湖银行' },
  terms: { id: 'v7', name: '税惠贷', promisedDays: { accept: 1 } },
} as unknown as Product;

function open(submit: () => Promise<unknown>) {
  const done: string[] = [];
  const run = vi.fn(async (_: string, verb: string, variables: Record<string, unknown>) => {
    done.push(verb);
    if (verb === 'submitApplication') return submit();
    known.demands.push(demand);
    return { id: 'd1', version: 1, ...variables };
  });
  const create = vi.fn(async () => {
    done.push('grantConsent');
    known.consents.push({ id: 'c1', dataClasses: ['TAX_PAID'], validTo: '2027-11-23' });
    return { data: { id: 'c1' } };
  });
  const dataProvider = { ...testDataProvider(), run, create } as never;
  render(
    <AdminContext dataProvider={dataProvider} i18nProvider={i18nProvider}>
      <ApplyForm product={product} parameters={new URLSearchParams('amount=100&term=12&purpose=WORKING_CAPITAL&unsecured=1')} />
    </AdminContext>,
  );
  return { user: userEvent.setup(), done, run, create };
}

const sign = () => screen.getByRole<HTMLButtonElement>('button', { name: '签署授权并提交申请' });

test('no class is ticked but by the firm, and nothing is sent before it has ticked and read', async () => {
  const { user } = open(async () => ({ id: 'a1', demandId: 'd1' }));
  const boxes = await screen.findAllByRole<HTMLInputElement>('checkbox', { name: /专利$|纳税申报/ });
  expect(boxes.map(({ checked }) => checked)).toEqual([false, false]);
  expect(sign().disabled).toBe(true);
  await user.click(await screen.findByRole('button', { name: '只选这几类' }));
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '纳税申报与缴纳' }).checked).toBe(true);
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '专利' }).checked).toBe(false);
  expect(sign().disabled).toBe(true);
  await user.click(await screen.findByRole('checkbox', { name: /已阅读/ }));
  expect(sign().disabled).toBe(false);
});

test('demand, consent and application follow one another; after a refusal only what is missing is done again', async () => {
  let isRefused = true;
  const { user, done, run, create } = open(async () => {
    if (isRefused) throw new Error('该产品的条款已更新。');
    return { id: 'a1', demandId: 'd1' };
  });
  await user.click(await screen.findByRole('button', { name: '只选这几类' }));
  await user.click(await screen.findByRole('checkbox', { name: /已阅读/ }));
  await user.click(sign());
  expect(await screen.findByText('该产品的条款已更新。')).toBeTruthy();
  expect(done).toEqual(['openDemand', 'grantConsent', 'submitApplication']);
  expect(create).toHaveBeenCalledWith('consents', {
    data: expect.objectContaining({ recipientId: 'b1', purpose: 'creditAssessment', dataClasses: ['TAX_PAID'], textHash: 'h1' }),
  });
  isRefused = false;
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: '提交申请' }).disabled).toBe(false));
  await user.click(screen.getByRole('button', { name: '提交申请' }));
  expect(await screen.findByText('申请已提交')).toBeTruthy();
  expect(done.slice(3)).toEqual(['submitApplication']);
  const keys = run.mock.calls.filter(([, verb]) => verb === 'submitApplication').map(([, , sent]) => sent.idempotencyKey);
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(run.mock.lastCall?.[2].input).toEqual({ demandId: 'd1', productId: 'p1', productVersionId: 'v7' });
});
