import { describe, expect, it } from 'vitest';
import { findIndustries } from './queries';

const codes = (q: string) => findIndustries(q).map(({ code }) => code);

describe('findIndustries', () => {
  it.each([
    ['a class', '3511', ['3511']],
    ['a class with its section before it', 'C3511', ['3511']],
    ['a group and its classes, the group first', '351', ['351', '3511', '3512', '3513', '3514', '3515', '3516', '3517']],
    ['a section by its letter in lower case', 'a', ['A']],
  ])('finds %s', (_, q, expected) => {
    expect(codes(q).slice(0, expected.length)).toEqual(expected);
  });

  it('finds names in both languages, wider entries first, each with its path', () => {
    const [first] = findIndustries('专用设备制造');
    expect(first).toMatchObject({ code: '35', path: [{ zh: expect.any(String) }, { zh: '专用设备制造业' }] });
    expect(codes('manufactur')[0]).toBe('C');
  });

  it('finds nothing for nothing and for what does not exist, and never more than 30', () => {
    expect(codes('  ')).toEqual([]);
    expect(codes('zzzz')).toEqual([]);
    expect(codes('制造')).toHaveLength(30);
  });
});
