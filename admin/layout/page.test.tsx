import { cleanup, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { TestTranslationProvider } from 'react-admin';
import { afterEach, expect, test } from 'vitest';
import { page } from './page';

afterEach(cleanup);

const shown = (load: () => Promise<{ Figures: () => string }>) => {
  const Figures = page(load, 'Figures');
  render(
    <TestTranslationProvider translate={(key: string) => key}>
      <Suspense>
        <Figures />
      </Suspense>
    </TestTranslationProvider>,
  );
};

test('a page is fetched and shown', async () => {
  shown(async () => ({ Figures: () => '四个数字' }));
  expect(await screen.findByText('四个数字')).toBeDefined();
});

test('a page that cannot be fetched says so and can be asked for again', async () => {
  shown(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')));
  expect((await screen.findByRole('alert')).textContent).toContain('rongqiao.shared.error.notLoaded');
  expect(screen.getByRole('button').textContent).toBe('rongqiao.shared.retry');
});
