import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anActor } from '../../../tests/support/identity';
import { openWorld, type World } from '../../../tests/support/world';
import type { Actor } from '../../shared/actor';
import { calendarDate } from '../../shared/dates';
import { lprQuotes } from '../../shared/rate';
import { ratesOn } from '../pricing';
import { listLprQuotes } from './queries';
import { recordLprQuote } from './recordLprQuote';

describe('ratesOn', () => {
  const pricing = { kind: 'lpr', tenor: '1Y', spreadBpsMin: -20, spreadBpsMax: 80, repricing: 'yearlyJanuary' } as const;

  it.each([
    ['2019-08-20', 405, 505],
    ['2024-10-20', 315, 415],
    ['2024-10-21', 290, 390],
    ['2026-11-23', 280, 380],
  ])('adds the spread to the quotation that holds on %s', (day, rateBpsMin, rateBpsMax) => {
    expect(ratesOn(pricing, calendarDate(day), lprQuotes)).toMatchObject({ rateBpsMin, rateBpsMax });
  });

  it('knows no rate before the first quotation, nor of a product that states none', () => {
    const unknown = { rateBpsMin: null, rateBpsMax: null, lpr: null };
    expect(ratesOn(pricing, calendarDate('2019-08-19'), lprQuotes)).toEqual(unknown);
    expect(ratesOn(null, calendarDate('2026-11-23'), lprQuotes)).toEqual(unknown);
  });

  it('takes a fixed range as it stands and never goes below zero', () => {
    expect(ratesOn({ kind: 'fixed', rateBpsMin: 350, rateBpsMax: null }, calendarDate('2026-11-23'), [])).toMatchObject({
      rateBpsMin: 350,
      rateBpsMax: null,
    });
    expect(ratesOn({ ...pricing, spreadBpsMin: -400 }, calendarDate('2026-11-23'), lprQuotes).rateBpsMin).toBe(0);
  });
});

describe('recordLprQuote', () => {
  let world: World;
  let operator: Actor;
  beforeEach(async () => {
    world = await openWorld();
    operator = await anActor(world, 'operator');
  });
  afterEach(() => world.close());

  const quote = { publishedOn: '2026-11-20', tenor: '1Y', rateBps: 295, source: '全国银行间同业拆借中心' } as const;

  it('adds a quotation to the history, newest first', async () => {
    await recordLprQuote(world.contextFor(operator), { ...quote, publishedOn: '2026-10-20', rateBps: 300 });
    await recordLprQuote(world.contextFor(operator), quote);
    const { items, total } = await listLprQuotes(world.db.read, { page: 1, perPage: 10 });
    expect(total).toBe(2);
    expect(items.map(({ publishedOn, rateBps }) => [publishedOn, rateBps])).toEqual([
      ['2026-11-20', 295],
      ['2026-10-20', 300],
    ]);
  });

  it('refuses a second one for the same day and tenor, and takes the other tenor', async () => {
    await recordLprQuote(world.contextFor(operator), quote);
    await expect(recordLprQuote(world.contextFor(operator), { ...quote, rateBps: 290 })).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { rule: 'lpr.unique' },
    });
    await expect(recordLprQuote(world.contextFor(operator), { ...quote, tenor: '5Y' })).resolves.toBeDefined();
  });

  it.each([
    ['a day in the future', { publishedOn: '2026-11-24' }, 'publishedOn'],
    ['a day that does not exist', { publishedOn: '2026-11-31' }, 'publishedOn'],
    ['a percentage instead of basis points', { rateBps: 3 }, 'rateBps'],
    ['a step that is not published', { rateBps: 296 }, 'rateBps'],
    ['a rate beyond reason', { rateBps: 2005 }, 'rateBps'],
    ['no source', { source: '' }, 'source'],
  ])('refuses %s', async (_what, values, field) => {
    await expect(recordLprQuote(world.contextFor(operator), { ...quote, ...values })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { field },
    });
  });
});
