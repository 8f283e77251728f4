import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseInput, says } from './input';
import { Refusal } from './refusals';

const Shape = z.object({
  name: z.string().min(2).max(5),
  months: z.number().int().min(1),
  kind: z.enum(['fixed', 'lpr']),
  secret: z.string().refine(text => text.length > 3, says('secret.short', '太短。', 'Too short.')),
});
const right = { name: 'name', months: 1, kind: 'fixed', secret: 'long' };

function refusalOf(input: unknown): Refusal {
  try {
    parseInput(Shape, input, ['secret']);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('not refused');
}

describe('parseInput', () => {
  it('returns what fits', () => {
    expect(parseInput(Shape, right)).toEqual(right);
  });

  it.each([
    ['a missing field', { name: undefined }, { field: 'name', value: null, rule: 'name.required' }],
    ['an empty field', { name: '' }, { field: 'name', value: '', rule: 'name.required' }],
    ['a text one too short', { name: 'n' }, { field: 'name', value: 'n', rule: 'name.min' }],
    ['a text one too long', { name: 'namename' }, { field: 'name', value: 'namename', rule: 'name.max' }],
    ['a number under its bound', { months: 0 }, { field: 'months', value: 0, rule: 'months.min' }],
    ['a word that is not offered', { kind: 'other' }, { field: 'kind', value: 'other', rule: 'kind.choice' }],
    ['another type', { months: 'x' }, { field: 'months', value: 'x', rule: 'months.invalid_type' }],
  ])('names field, value and rule of %s', (_, wrong, expected) => {
    const refusal = refusalOf({ ...right, ...wrong });
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', details: expected });
    expect(refusal.text.zh).toContain(expected.field === 'name' ? '「名称」' : expected.field);
    expect(refusal.text.en).toContain(expected.field);
  });

  it.each([
    ['rateBps', z.int().max(3_600), 20_000, '「比例（利率）」应不大于 36.00 %。', '"rate" must be at most 36.00 %.'],
    ['input.termMonths', z.int().max(600), 1_000, '「期限」应不大于 600 个月。', '"term" must be at most 600 months.'],
    ['capFen', z.int().min(100), 1, '「每笔上限」应不小于 1 元。', '"most on one loan" must be at least CNY 1.'],
    ['statement', z.string().max(3), 'long', '「理由」的字数应不大于 3。', '"statement" must have at most 3 characters.'],
  ])('says the bound of %s as people call the field and in its unit', (field, shape, value, zh, en) => {
    const [name = '', ...rest] = field.split('.').reverse();
    const nested = (inner: z.ZodType) => rest.reduce((within, key) => z.object({ [key]: within }), z.object({ [name]: inner }));
    const given = rest.reduce<unknown>((within, key) => ({ [key]: within }), { [name]: value });
    expect(() => parseInput(nested(shape), given)).toThrow(expect.objectContaining({ text: { zh, en } }));
  });

  it('lists every problem, the first one first', () => {
    const { details } = refusalOf({ ...right, name: '', months: 0 });
    expect(details).toMatchObject({ field: 'name', problems: [{ field: 'name' }, { field: 'months' }] });
  });

  it('never repeats a secret, and words a rule of ours as that rule says', () => {
    const refusal = refusalOf({ ...right, secret: 'abc' });
    expect(refusal.text).toEqual({ zh: '太短。', en: 'Too short.' });
    expect(refusal.details).toMatchObject({ field: 'secret', rule: 'secret.short' });
    expect(JSON.stringify(refusal.details)).not.toContain('abc');
  });
});
