import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { AdminContext } from 'react-admin';
import { afterEach, expect, test, vi } from 'vitest';
import type { DataClass } from '../../generated/schema';
import { i18nProvider } from '../../i18n';
import { ClassChoice } from './ClassChoice';

afterEach(cleanup);

const classOf = (code: string, zh: string): DataClass => ({
  id: code,
  code,
  number: 1,
  name: { zh, en: code },
  department: { zh: '市税务局', en: 'Tax Bureau' },
  modes: ['A'],
  levels: [2],
  refresh: 'm',
  category: null,
  shape: 'month',
  needsConsent: true,
  fields: [
    {
      key: 'paidFen',
      label: { zh: '实缴金额', en: 'Paid' },
      type: 'money',
      unit: null,
      isRequired: true,
      mode: 'A',
      isPersonal: false,
      values: [],
      min: null,
      max: null,
    },
  ],
});

const classes = [classOf('TAX_PAID', '纳税申报与缴纳'), classOf('WATER', '用水与缴费')];

function show(chosen: readonly string[], former: readonly { dataClasses: readonly string[]; validTo: string }[] = []) {
  const onChange = vi.fn<(codes: readonly string[]) => void>();
  render(
    <AdminContext i18nProvider={i18nProvider}>
      <ClassChoice classes={classes} chosen={chosen} wantedClasses={['TAX_PAID']} former={former} onChange={onChange} />
    </AdminContext>,
  );
  return onChange;
}

const boxes = () => screen.getAllByRole<HTMLInputElement>('checkbox');

test('a class that a link asks for is pointed out and still not ticked', () => {
  show([]);
  expect(boxes().map(box => box.checked)).toEqual([false, false]);
  expect(screen.getByText('匹配需要这一类')).toBeTruthy();
});

test('a class is chosen and given up one at a time, by its name', () => {
  const onChange = show(['WATER']);
  fireEvent.click(screen.getByLabelText('纳税申报与缴纳'));
  expect(onChange).toHaveBeenLastCalledWith(['WATER', 'TAX_PAID']);
  fireEvent.click(screen.getByLabelText('用水与缴费'));
  expect(onChange).toHaveBeenLastCalledWith([]);
});

test('says until when a class is authorised already, the latest of several consents', () => {
  show(
    [],
    [
      { dataClasses: ['WATER'], validTo: '2027-01-31' },
      { dataClasses: ['WATER'], validTo: '2027-11-23' },
    ],
  );
  expect(screen.getByText('已授权至 2027-11-23')).toBeTruthy();
});
