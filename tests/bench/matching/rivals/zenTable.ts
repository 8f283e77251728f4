import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine';
import { columns } from '../columns';
import type { Comparison, Condition } from '../conditions';
import { belowAll, lowest, nameAt, objectOf, type RowRival, type Rules } from './rival';

/**
 * GoRules' zen-engine: one decision table that collects every row that holds. A row is a product, a column an attribute;
 * choices between attributes, which no cell of one attribute can hold, stand in columns of whole expressions.
 */
export function zenTable(rules: Rules): RowRival<Record<string, number>> {
  const rows = rules.map(cellsOf);
  const freeCount = Math.max(...rows.map(({ free }) => free.length));
  const free = Array.from({ length: freeCount }, (_, index) => ({ id: `free${index}`, name: `free${index}` }));
  const used = columns.filter(({ name }) => rows.some(({ cells }) => cells.has(name)));
  const table = {
    hitPolicy: 'collect',
    inputs: [...used.map(({ name }) => ({ id: name, name, field: name })), ...free],
    outputs: [{ id: 'product', name: 'product', field: 'product' }],
    rules: rows.map(({ cells, free: expressions }, product) => ({
      _id: `row${product}`,
      ...Object.fromEntries(used.map(({ name }) => [name, cells.get(name) ?? ''])),
      ...Object.fromEntries(free.map(({ id }, index) => [id, expressions[index] ?? ''])),
      product: String(product),
    })),
  };
  const decision = new ZenEngine().createDecision(new ZenDecisionContent(graphAround(table)));
  return {
    name: '@gorules/zen-engine, decision table',
    inputOf: numbers => objectOf(numbers, belowAll),
    eligible: async firm => {
      const { result } = await decision.evaluate(firm);
      return (result as { product: number }[]).map(({ product }) => product);
    },
  };
}

const graphAround = (content: unknown): object => ({
  nodes: [
    { id: 'in', name: 'in', type: 'inputNode' },
    { id: 'table', name: 'table', type: 'decisionTableNode', content },
    { id: 'out', name: 'out', type: 'outputNode' },
  ],
  edges: [
    { id: 'first', sourceId: 'in', targetId: 'table', type: 'edge' },
    { id: 'second', sourceId: 'table', targetId: 'out', type: 'edge' },
  ],
});

/** What stands in the cell of each attribute; two clauses about one attribute both hold. */
function cellsOf(clauses: readonly Condition[]): { cells: ReadonlyMap<string, string>; free: readonly string[] } {
  const cells = new Map<string, string>();
  const free: string[] = [];
  for (const clause of clauses) {
    const cell = 'column' in clause ? cellOf(clause) : null;
    const name = 'column' in clause ? nameAt(clause.column) : '';
    if (cell === null || cells.has(name)) free.push(expressionOf(clause));
    else cells.set(name, cell);
  }
  return { cells, free };
}

const cellOf = (clause: Comparison): string => {
  if ('among' in clause) return clause.among.join(', ');
  return clause.high === Infinity ? `>= ${clause.low}` : rangeOf(clause);
};

function expressionOf(condition: Condition): string {
  if ('any' in condition) return condition.any.map(each => `(${expressionOf(each)})`).join(' or ');
  if ('all' in condition) return condition.all.map(each => `(${expressionOf(each)})`).join(' and ');
  const name = nameAt(condition.column);
  if ('among' in condition) return `${name} in [${condition.among.join(', ')}]`;
  return condition.high === Infinity ? `${name} >= ${condition.low}` : `${name} in ${rangeOf(condition)}`;
}

const rangeOf = ({ low, high }: { readonly low: number; readonly high: number }): string => `[${Math.max(low, lowest)}..${high}]`;
