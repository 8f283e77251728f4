import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../../server/api/schema';
import { admissions } from '../../server/graphql/guard';
import { type Operation, operationsOf } from '../support/authorisation/documents';
import { Matrix } from '../support/authorisation/matrix';
import { table } from '../support/authorisation/table';
import { openTown, type Town } from '../support/authorisation/town';

let operations: ReadonlyMap<string, Operation>;
let town: Town;
beforeAll(async () => {
  operations = operationsOf(await createSchema());
  town = await openTown();
});
afterAll(() => town?.close());

const matrixOf = (name: string): Matrix => {
  const operation = operations.get(name);
  const line = table[name];
  const admission = admissions.get(name);
  if (!operation || !line || !admission) throw new Error(`the schema has no operation "${name}"`);
  return new Matrix(town, operation, line, admission);
};

/** Every operation of the schema by every role of every kind of organisation, for own, foreign and missing ids. */
describe('the table of operations', () => {
  it('has a line for each operation of the schema, and no other', () => {
    expect(Object.keys(table).sort()).toEqual([...operations.keys()].sort());
  });

  it('says of each argument that takes an id what the id means', () => {
    const unsaid = [...operations.values()].flatMap(({ name, idPaths }) => {
      const { about, mentions = {} } = table[name] ?? {};
      return idPaths.filter(path => path !== about?.[0] && !(path in mentions)).map(path => `${name}: ${path}`);
    });
    expect(unsaid).toEqual([]);
  });

  it('finds in the town, for each operation about a record, one that is there and one that is not for somebody it is open to', () => {
    const about = Object.keys(table).filter(name => table[name]?.about);
    // What the operator alone decides about, it knows all of.
    const hidesNothing = (name: string) => String(admissions.get(name)?.kinds) === 'operator' || table[name]?.isPublic;
    expect(about.filter(name => matrixOf(name).count('known') === 0)).toEqual([]);
    expect(about.filter(name => !hidesNothing(name) && matrixOf(name).count('unknown') === 0)).toEqual([]);
  });
});

describe.each(Object.keys(table))('%s', name => {
  it('is refused to those it is not open to, in the same words whatever the id', async () => {
    expect(await matrixOf(name).closed()).toEqual([]);
  });

  it("says of another party's record what it says of none", async () => {
    expect(await matrixOf(name).hidden()).toEqual([]);
  });

  it('answers those it is open to of what they may know, and shows them nothing else', async () => {
    expect(await matrixOf(name).open()).toEqual([]);
  });
});
