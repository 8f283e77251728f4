import { describe, expect, it } from 'vitest';
import { StatementNames } from './statementNames';

const nameOf = (names: StatementNames, text: string) => names.named<{ text: string; name?: string }>({ text }).name;

describe('the names of statements', () => {
  it('are given from the second time on, the same one for the same text wherever it is asked', () => {
    const [one, other] = [new StatementNames(), new StatementNames()];
    expect(nameOf(one, 'select 1')).toBeUndefined();
    const name = nameOf(one, 'select 1');
    expect(name).toMatch(/^.{43}$/);
    nameOf(other, 'select 2');
    nameOf(other, 'select 1');
    expect([nameOf(one, 'select 1'), nameOf(other, 'select 1')]).toEqual([name, name]);
    expect(nameOf(other, 'select 2')).not.toBe(name);
  });

  it('leave a name that a query has already', () => {
    const names = new StatementNames();
    const query = { name: 'own', text: 'select 1' };
    expect([names.named(query), names.named(query)]).toEqual([query, query]);
  });

  it('are five hundred, and texts that came once give way to newer ones', () => {
    const names = new StatementNames();
    nameOf(names, 'early');
    for (let at = 0; at < 2_000; at += 1) nameOf(names, `once ${at}`);
    expect(nameOf(names, 'early')).toBeUndefined();
    for (let at = 0; at < 500; at += 1) for (const _ of 'ab') nameOf(names, `twice ${at}`);
    expect(nameOf(names, 'twice 499')).toBeDefined();
    expect([nameOf(names, 'late'), nameOf(names, 'late')]).toEqual([undefined, undefined]);
  });
});
