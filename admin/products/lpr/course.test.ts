import { describe, expect, test } from 'vitest';
import { courseOf } from './course';

const quote = (publishedOn: string, tenor: string, rateBps: number) => ({
  id: publishedOn + tenor,
  publishedOn,
  tenor,
  rateBps,
  source: '',
});
const frame = { width: 120, height: 70, left: 10, right: 10, top: 10, bottom: 10 };

describe('the course of the loan prime rate', () => {
  const { lines, years, levels } = courseOf(
    [
      quote('2021-01-01', '1Y', 300),
      quote('2020-01-01', '1Y', 350),
      quote('2020-01-01', '5Y', 400),
      quote('2020-12-31', '1Y', 320),
    ],
    frame,
  );

  test('a quotation holds until the next, the last to the edge of the frame', () =>
    expect(lines[0]).toMatchObject({ tenor: '1Y', path: 'M10.0 35.0H109.7V50.0H110.0V60.0H110' }));

  test('each tenor has its line and its latest quotation', () =>
    expect(lines.map(({ tenor, latest }) => [tenor, latest.publishedOn])).toEqual([
      ['1Y', '2021-01-01'],
      ['5Y', '2020-01-01'],
    ]));

  test('levels go by 50 basis points and reach past the figures', () =>
    expect(levels.map(({ rateBps }) => rateBps)).toEqual([300, 350, 400]));

  test('every New Year after the first quotation is marked', () => expect(years).toEqual([{ year: 2021, x: 110 }]));
});
