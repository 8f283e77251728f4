import { attributeOf } from '../../../server/matching/attributes';
import type { Facts } from '../../../server/matching/facts';
import type { DataClassCode } from '../../../server/shared/dataClassCodes';
import type { Figure } from '../figure';
import { mustAgree } from './agreement';
import { conditionsOf } from './conditions';
import { against } from './cross';
import { changedMatches, coordinatesFor, type Engine, eligibleFor, movesOf, productsOf } from './engine';
import { blockOf, type Firms, factsAt, numbersAt } from './firms';
import { naive } from './oracle';
import { type Contender, load, median, race, ratio, rounded, type Times } from './race';
import { requestFacts, requestOf } from './requests';
import { cel } from './rivals/cel';
import { jsonLogicCompiled, jsonLogicPlain } from './rivals/jsonLogic';
import { jsonRulesEngine } from './rivals/jsonRulesEngine';
import type { RowRival, Rules } from './rivals/rival';
import { sqliteRow } from './rivals/sqlite';
import { zenTable } from './rivals/zenTable';

type Entry = {
  readonly make: (rules: Rules) => RowRival;
  /** How many of the firms one round asks about. */
  readonly firms: number;
  readonly floor?: number;
};

const widen = <Input>(make: (rules: Rules) => RowRival<Input>): Entry['make'] => make as (rules: Rules) => RowRival;

const entries: readonly Entry[] = [
  { make: widen(jsonRulesEngine), firms: 2, floor: 1000 },
  { make: widen(zenTable), firms: 20, floor: 25 },
  { make: widen(cel), firms: 40, floor: 12 },
  { make: widen(jsonLogicPlain), firms: 40, floor: 12 },
  { make: widen(jsonLogicCompiled), firms: 40 },
  { make: widen(sqliteRow), firms: 20 },
];

const firmCount = 40;

/** One firm with its request against all products, from its facts to the list of products it is eligible for. */
export async function forwardFigures(engine: Engine, firms: Firms, report: (figure: Figure) => void): Promise<void> {
  const products = productsOf(engine);
  const block = blockOf(firms, 0, firmCount);
  const asking = Array.from({ length: firmCount }, (_, row) => {
    const request = requestOf(firms.seed, row);
    return { facts: new Map([...factsAt(block, row), ...requestFacts(request)]), numbers: numbersAt(block, row, request) };
  });
  const expected = asking.map(({ facts }) =>
    products.flatMap((product, place) => (naive(product, facts, { hasRequest: true }) === 2 ? [place] : [])),
  );
  asking.forEach(({ facts }, row) => {
    mustAgree(`the engine on firm ${row}`, eligibleFor(engine, facts), expected[row]);
  });
  const rules = products.map(product => conditionsOf(product, { withRequest: true }));
  const rivals = [];
  for (const { make, firms: count, floor } of entries) {
    const rival = make(rules);
    const inputs = asking.map(({ numbers }) => rival.inputOf(numbers));
    for (const [row, input] of inputs.entries())
      mustAgree(`${rival.name} on firm ${row}`, await rival.eligible(input), expected[row]);
    const run = async (): Promise<void> => {
      for (const input of inputs.slice(0, count)) await rival.eligible(input);
    };
    rivals.push({ name: rival.name, rival: rival.name, run, times: 1, share: count, floor });
  }
  const rows = asking.map(({ facts }) => coordinatesFor(facts));
  const before = asking.map(({ facts }) => coordinatesFor(withoutTax(facts)));
  const perFirm = { times: 100, share: firmCount };
  const own: readonly Contender[] = [
    { name: 'forward', run: () => asking.map(({ facts }) => eligibleFor(engine, facts)), ...perFirm },
    { name: 'moves', run: () => rows.map(row => movesOf(engine, row)), ...perFirm },
    {
      name: 'changed',
      run: () => before.map((row, index) => changedMatches(engine, row, asking[index]?.facts ?? new Map())),
      ...perFirm,
    },
  ];
  const times = await race([...own, ...rivals], 7);
  const [forward, moves, change] = times as readonly [Times, Times, Times];
  const what = `forward, 1 × ${products.length} with a request`;
  report({ figure: what, value: rounded(median(forward.ms) * 1000), unit: 'µs, from facts to list', load: load() });
  rivals.forEach((rival, index) => {
    const other = times[own.length + index];
    if (other) report(against(what, { rival: rival.rival, floor: rival.floor }, forward, other));
  });
  const timesForward = (figure: string, other: Times, ceiling: number): void =>
    report({
      figure,
      value: rounded(ratio(other, forward)),
      unit: 'times one forward',
      ceiling,
      engineMs: rounded(median(other.ms)),
      load: load(),
    });
  timesForward(`all single what-ifs × ${products.length}, with lists`, moves, 2.5);
  timesForward(`all tax data of a firm arrives: its changed matches of ${products.length}`, change, 2);
}

const taxClasses: readonly DataClassCode[] = ['TAX_PAID', 'TAX_CREDIT_GRADE', 'TAX_ARREARS', 'VAT_INVOICE_SUMMARY'];

const withoutTax = (facts: Facts): Facts =>
  new Map([...facts].filter(([key]) => !taxClasses.includes(attributeOf(key).dataClass)));
