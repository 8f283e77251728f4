import { cleanup, render, screen } from '@testing-library/react';
import { AdminContext, testDataProvider } from 'react-admin';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { i18nProvider } from '../i18n';
import { useVocabulary } from './useVocabulary';

const word = (code: string, zh: string, en: string) => ({ code, label: { zh, en } });
const productVocabulary = {
  labels: [word('redCredit', '红色信贷', 'Red credit')],
  insuranceLabels: [word('redCredit', '红色保险', 'Red insurance')],
  purposes: [word('farming', '农业生产', 'farming')],
};

beforeEach(() => vi.stubGlobal('fetch', async () => Response.json({ data: { productVocabulary } })));
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await i18nProvider.changeLocale('zh');
});

function Shown({ category }: { category: 'insurance' | 'tax' }) {
  const { labelOf, labelsOf, choicesOf } = useVocabulary();
  return (
    <p>
      {[...labelsOf({ category, labels: ['redCredit'] }), labelOf('purposes', 'farming'), choicesOf('purposes')[0]?.name].join(
        '|',
      )}
    </p>
  );
}

const show = (category: 'insurance' | 'tax') =>
  render(
    <AdminContext dataProvider={testDataProvider()} i18nProvider={i18nProvider}>
      <Shown category={category} />
    </AdminContext>,
  );

test('the red label of an insurance product is red insurance, of a loan red credit', async () => {
  show('insurance');
  expect(await screen.findByText(/^红色保险\|/)).toBeTruthy();
  cleanup();
  show('tax');
  expect(await screen.findByText(/^红色信贷\|/)).toBeTruthy();
});

test('an English word begins small in a sentence and with a capital among choices', async () => {
  await i18nProvider.changeLocale('en');
  show('insurance');
  expect(await screen.findByText('Red insurance|farming|Farming')).toBeTruthy();
});
