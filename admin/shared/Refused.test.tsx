import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { HttpError, required, TestTranslationProvider, TextInput } from 'react-admin';
import { FormProvider, useForm } from 'react-hook-form';
import { afterEach, describe, expect, test } from 'vitest';
import { Field, fieldOf, Refused, RefusedOfForm } from './Refused';

afterEach(cleanup);

const isWrong = (input: HTMLElement) => input.getAttribute('aria-invalid') === 'true';
const helpOf = (input: HTMLElement) => document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent;

const refusal = (field?: string) =>
  new HttpError('金额不能超过 50 万元。', 422, { code: 'INVALID_INPUT', ...(field ? { field } : {}) });

function Writing({ error }: { error: Error | null }) {
  const [amount, setAmount] = useState('60');
  const [note, setNote] = useState('');
  return (
    <TestTranslationProvider translate={(key: string, options?: { _?: string }) => options?._ ?? key}>
      <Refused refusal={error}>
        <Field name="amountFen" label="金额" value={amount} helperText="万元" onChange={event => setAmount(event.target.value)} />
        <Field name="note" label="说明" value={note} onChange={event => setNote(event.target.value)} />
      </Refused>
    </TestTranslationProvider>
  );
}

describe('what the server refused', () => {
  test('stands at the input that it names, which is wrong and has the focus, until that input is another', async () => {
    const user = userEvent.setup();
    render(<Writing error={refusal('input.amountFen')} />);
    const [amount, note] = [screen.getByLabelText('金额'), screen.getByLabelText('说明')];
    expect(isWrong(amount)).toBe(true);
    expect(helpOf(amount)).toBe('金额不能超过 50 万元。');
    expect(document.activeElement).toBe(amount);
    expect(isWrong(note)).toBe(false);
    expect(screen.queryByRole('alert')).toBeNull();
    await user.type(note, '请考虑');
    expect(isWrong(amount)).toBe(true);
    await user.type(amount, '{Backspace}');
    expect(isWrong(amount)).toBe(false);
    expect(helpOf(amount)).toBe('万元');
  });

  test('comes back when it is refused once more', async () => {
    const user = userEvent.setup();
    const { rerender } = render(<Writing error={refusal('amountFen')} />);
    await user.type(screen.getByLabelText('金额'), '{Backspace}');
    expect(isWrong(screen.getByLabelText('金额'))).toBe(false);
    rerender(<Writing error={refusal('amountFen')} />);
    expect(isWrong(screen.getByLabelText('金额'))).toBe(true);
  });

  test.each([[undefined], ['validUntil']])('stands below the inputs where it names none of them: %s', field => {
    render(<Writing error={refusal(field)} />);
    expect(screen.getByRole('alert').textContent).toContain('金额不能超过 50 万元。');
    expect(isWrong(screen.getByLabelText('金额'))).toBe(false);
  });

  test.each([
    [refusal('input.pricing.rateBps'), 'pricing.rateBps'],
    [refusal(), null],
    [new Error('no refusal'), null],
    [null, null],
  ])('names an input as the form does', (error, name) => expect(fieldOf(error)).toBe(name));
});

function RaForm({ error }: { error: Error | null }) {
  const form = useForm({ defaultValues: { pricing: { rateBps: '9' } }, reValidateMode: 'onChange' });
  return (
    <TestTranslationProvider translate={(key: string, options?: { _?: string }) => options?._ ?? key}>
      <FormProvider {...form}>
        <form noValidate onSubmit={form.handleSubmit(() => undefined)}>
          <TextInput source="pricing.rateBps" label="年利率" validate={required()} />
          <RefusedOfForm refusal={error} />
          <button type="submit">发出</button>
        </form>
      </FormProvider>
    </TestTranslationProvider>
  );
}

describe('what the server refused of a form of react-admin', () => {
  test('is the error of the input that it names, with the focus, until the input is changed', async () => {
    const user = userEvent.setup();
    const { rerender } = render(<RaForm error={null} />);
    await user.click(screen.getByRole('button'));
    rerender(<RaForm error={refusal('pricing.rateBps')} />);
    const rate = screen.getByLabelText(/年利率/);
    await screen.findByText('金额不能超过 50 万元。');
    expect(isWrong(rate)).toBe(true);
    expect(document.activeElement).toBe(rate);
    await user.type(rate, '{Backspace}5');
    expect(isWrong(rate)).toBe(false);
    expect(screen.queryByText('金额不能超过 50 万元。')).toBeNull();
  });

  test('stands where it is asked to where it names no input', () => {
    render(<RaForm error={refusal('validUntil')} />);
    expect(screen.getByRole('alert').textContent).toContain('金额不能超过 50 万元。');
  });
});
