import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { AdminContext, testDataProvider } from 'react-admin';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { i18nProvider } from '../../i18n';
import { RuleEditor } from './RuleEditor';

const text = (zh: string) => ({ zh, en: zh });
const plain = {
  alsoFrom: [],
  values: [],
  unit: null,
  counter: null,
  min: null,
  max: null,
  commonCuts: [],
  tree: null,
  change: 'act',
};
const words = (...codes: string[]) => codes.map(code => ({ code, label: text(code) }));
const dictionary = {
  attributes: [
    {
      ...plain,
      key: 'foundedOn',
      kind: 'date',
      label: text('成立时间'),
      about: text('经营年限'),
      dataClass: 'REGISTRATION',
      operators: words('atLeastAgo', 'atMostAgo'),
    },
    {
      ...plain,
      key: 'sales',
      kind: 'number',
      unit: 'fen',
      min: 0,
      max: 1_000_000_000_000,
      commonCuts: [100_000_000],
      label: text('开票销售额'),
      about: text('近12个月'),
      dataClass: 'VAT_INVOICE_SUMMARY',
      operators: words('>=', '<=', 'between'),
    },
  ],
  dataClasses: [
    { code: 'REGISTRATION', name: text('市场主体登记') },
    { code: 'VAT_INVOICE_SUMMARY', name: text('增值税发票汇总') },
  ],
};

/** Answers as the platform does, with `check` for checkRule. */
function platform(check: (rule: { all: unknown[] }) => unknown) {
  return async (_: unknown, { body }: { body: string }) => {
    const { query, variables } = JSON.parse(body) as { query: string; variables: { rule: { all: unknown[] } } };
    return Response.json({ data: query.includes('checkRule') ? { checkRule: check(variables.rule) } : dictionary });
  };
}

const silent = () => ({ problems: [], sentences: [] });

function Editor({ rule, onRule }: { rule: unknown; onRule: (rule: unknown) => void }) {
  const [current, setCurrent] = useState(rule);
  return (
    <RuleEditor
      rule={current}
      onChange={next => {
        setCurrent(next);
        onRule(next);
      }}
    />
  );
}

function open(rule: unknown) {
  const onRule = vi.fn();
  render(
    <AdminContext dataProvider={testDataProvider()} i18nProvider={i18nProvider}>
      <Editor rule={rule} onRule={onRule} />
    </AdminContext>,
  );
  return { user: userEvent.setup(), latest: () => onRule.mock.lastCall?.[0] };
}

beforeEach(() => vi.stubGlobal('fetch', platform(silent)));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('a condition is written from the dictionary, in the unit of its attribute', async () => {
  const { user, latest } = open({ all: [] });
  await user.click(await screen.findByRole('button', { name: '添加条件' }));
  await user.click(screen.getByRole('combobox', { name: '比较什么' }));
  await user.click(await screen.findByRole('option', { name: /开票销售额/ }));
  await user.type(await screen.findByLabelText('要求'), '300.5');
  expect(latest()).toEqual({ all: [{ attr: 'sales', op: '>=', value: 300_500_000 }] });
});

test('attributes are found by the class that they come from', async () => {
  const { user } = open({ all: [{}] });
  await user.type(await screen.findByRole('combobox', { name: '比较什么' }), '发票');
  expect((await screen.findAllByRole('option')).map(option => option.textContent)).toEqual(['开票销售额近12个月']);
});

test('what is out of range is said before the platform is asked, in the unit that was typed', async () => {
  const { user } = open({ all: [{ attr: 'sales', op: '>=', value: null }] });
  await user.type(await screen.findByLabelText('要求'), '2000000');
  expect(screen.getByRole('alert').textContent).toBe('请填写 0 万元 至 1000000 万元 之间的数');
});

test('"or" opens a second way to meet the condition', async () => {
  const years = { attr: 'foundedOn', op: 'atLeastAgo', months: 24 };
  const { user, latest } = open({ all: [years] });
  await user.click(await screen.findByRole('button', { name: '或者，满足另一条件也可以' }));
  expect(latest()).toEqual({ all: [{ any: [years, {}] }] });
});

test('the platform’s sentence stands on its condition, its problem on the comparison it is about', async () => {
  const [first, second] = [
    { attr: 'foundedOn', op: 'atLeastAgo', months: 24 },
    { attr: 'foundedOn', op: 'atMostAgo', months: 12 },
  ];
  vi.stubGlobal(
    'fetch',
    platform(() => ({
      problems: [{ path: '/all/1', rule: 'contradiction', text: text('与上一条矛盾') }],
      sentences: [{ path: '/all/0', text: text('成立时间已满24个月') }],
    })),
  );
  open({ all: [first, second] });
  const cards = await screen.findAllByRole('listitem');
  await waitFor(() => expect(within(cards[1] as HTMLElement).getByRole('alert').textContent).toBe('与上一条矛盾'));
  expect(within(cards[0] as HTMLElement).getByText('成立时间已满24个月')).toBeTruthy();
  expect(within(cards[0] as HTMLElement).queryByRole('alert')).toBeNull();
});
