import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../../server/api/schema';
import { applications } from '../../server/financing/applications/tables';
import { matchedTransactions } from '../../server/financing/deals/tables';
import { admissions } from '../../server/graphql/guard';
import { measures } from '../../server/oversight/measures/registry';
import type { Actor } from '../../server/shared/actor';
import { type Given, type Operation, operationsOf, variablesOf } from '../support/authorisation/documents';
import { type Answer, type Client, type Running, serve } from '../support/http';
import { anActor } from '../support/identity';
import { aContract, aMonth, aSmallCity, type SmallCity } from '../support/oversight';
import { withoutStacks } from '../support/stacks';
import { openWorld, type World } from '../support/world';

let world: World;
let server: Running;
let city: SmallCity;
let regulator: Actor;
let asRegulator: Client;
let operations: readonly Operation[];
/** Whatever tells of one firm: its names, codes and ids, and the ids of what it did. */
let telling: readonly string[];
/** Ids that an operation may be asked with. */
let ids: readonly string[];

beforeAll(async () => {
  world = await openWorld();
  server = await serve(world, {}, { withoutSocket: true });
  city = await aSmallCity(world);
  regulator = await anActor(world, 'regulator', 'administrator');
  asRegulator = await server.as(regulator);
  const contracts = [];
  for (const [place, firm] of city.firms.entries())
    contracts.push(await aContract(world, city, { firm, number: `A${place}`, coverFen: 1_000_000 }));
  for (const bank of [city.near, city.far, await anActor(world, 'bank')]) await aMonth(world, bank, { month: '2021-11' });
  const deals = await world.db.read.select().from(matchedTransactions);
  const asked = await world.db.read.select().from(applications);
  telling = [
    ...city.firms.flatMap(({ id, organisation, actor }) => [
      id,
      organisation.name,
      organisation.uscc ?? '',
      actor.userId,
      actor.username,
    ]),
    ...deals.map(({ id }) => id),
    ...asked.flatMap(({ id, demandId, consentId }) => [id, demandId, consentId ?? id]),
    ...contracts.map(({ id }) => id),
  ];
  const [firm, deal, application] = [city.firms[0], deals[0], asked[0]];
  if (!firm || !deal || !application) throw new Error('a city without a deal');
  ids = [firm.id, firm.actor.userId, deal.id, application.id, application.demandId, city.red.id, city.near.organisationId];
  // Signing out ends the session that everything else is asked with.
  operations = [...operationsOf(await createSchema()).values()].sort(
    (a, b) => Number(a.name === 'signOut') - Number(b.name === 'signOut'),
  );
});
afterAll(async () => {
  await server.close();
  await world.close();
});

/** What an operation is asked with: what it needs and no more, then each id in each place that takes one. */
const questionsOf = ({ idPaths }: Operation): readonly Given[] => [
  answerable,
  ...idPaths.flatMap(path => ids.map(id => ({ ...answerable, [path]: id }))),
];

/** Whether the regulator is let in at all: the guard, which looks at no id, refuses the rest whatever they are asked with. */
const admits = ({ name }: Operation): boolean => {
  const { kinds = [] } = admissions.get(name) ?? {};
  return kinds === 'anyone' || kinds === 'signedIn' || kinds.includes('regulator');
};

/** What some operations cannot answer without, and pages small enough to ask every field of. */
const answerable: Given = {
  'list.perPage': 7,
  name: 'transactionCount',
  groupBy: ['month'],
  month: '2021-11',
  uscc: '91510603MA6AAAA101',
};

/** What an answer tells of a firm that was not in the question. */
const toldIn = (answer: Pick<Answer, 'data' | 'errors'>, variables: unknown): string[] => {
  const said = JSON.stringify([answer.data, answer.errors]);
  const sent = JSON.stringify(variables);
  return telling.filter(word => said.includes(word) && !sent.includes(word));
};

describe('a regulator', () => {
  it('finds no firm in the answer of any operation, whatever it asks with', async () => {
    const found: string[] = [];
    const malformed: string[] = [];
    for (const operation of operations)
      for (const given of questionsOf(operation).slice(0, admits(operation) ? undefined : 2)) {
        const variables = variablesOf(operation, given);
        const answer = await withoutStacks(() => asRegulator.ask(operation.document, variables));
        found.push(...toldIn(answer, variables).map(word => `${operation.name} tells ${word}`));
        const rules = answer.errors?.map(({ extensions }) => String(extensions.rule)) ?? [];
        malformed.push(...rules.filter(rule => rule.startsWith('document.')).map(rule => `${operation.name}: ${rule}`));
      }
    expect(found).toEqual([]);
    expect(malformed).toEqual([]);
    expect(operations.at(-1)?.name).toBe('signOut');
  });

  it('is answered where it reads measures, in every measure and breakdown, and finds no firm there', async () => {
    asRegulator = await server.as(regulator);
    const ask = `query ($name: String!, $groupBy: [MeasureDimension!]!) {
      measure(name: $name, groupBy: $groupBy, from: "2021-10", to: "2021-11") {
        from to asOf hiddenCells legend { zh en } measure { name definition { zh en } }
        rows { keys labels { zh en } value isHidden } totals { keys labels { zh en } value isHidden }
      }
    }`;
    for (const { name, dimensions } of measures)
      for (const groupBy of [
        [],
        ...dimensions.map(each => [each]),
        ...dimensions.filter(each => each !== 'month').map(each => ['month', each]),
      ]) {
        if (groupBy.includes('month') && !dimensions.includes('month')) continue;
        const answer = await asRegulator.ask(ask, { name, groupBy });
        expect(answer.errors, `${name} by ${groupBy}`).toBeUndefined();
        expect(toldIn(answer, null), `${name} by ${groupBy}`).toEqual([]);
      }
  });

  it('finds no firm in a file either', async () => {
    for (const { name, dimensions } of measures) {
      const response = await asRegulator.fetch(
        `/export/measure.csv?name=${name}&groupBy=${dimensions.slice(0, 1)}&from=2021-10&to=2021-11`,
      );
      expect(response.status, name).toBe(200);
      const text = await response.text();
      expect(telling.filter(word => text.includes(word))).toEqual([]);
    }
  });
});

describe('the same questions', () => {
  it('do find firms when the operator asks: what they look for is there to be found', async () => {
    const asOperator = await server.as(await anActor(world, 'operator'));
    const enterprises = operations.find(({ name }) => name === 'enterprises');
    if (!enterprises) throw new Error('no operation lists firms');
    const variables = variablesOf(enterprises, answerable);
    const told = toldIn(await asOperator.ask(enterprises.document, variables), variables);
    expect(told).toEqual(expect.arrayContaining(city.firms.map(({ organisation }) => organisation.name)));
  });

  it('are refused to banks, firms, insurers and those who have not signed in', async () => {
    const others = [
      await server.as(city.near),
      await server.as(city.insurer),
      await server.as(city.firms[0]?.actor ?? city.near),
      server.anonymous(),
    ];
    const reading = ['measures', 'measure', 'labelFigures', 'insuranceFigures', 'indicators'];
    for (const client of others) {
      for (const operation of operations.filter(({ name }) => reading.includes(name))) {
        const answer = await client.ask(operation.document, variablesOf(operation, answerable));
        expect(answer.errors?.[0]?.extensions.code, operation.name).toMatch(/^NOT_(ALLOWED|SIGNED_IN)$/);
      }
      const file = await client.fetch('/export/measure.xlsx?name=transactionCount');
      expect([401, 403]).toContain(file.status);
    }
  });
});
