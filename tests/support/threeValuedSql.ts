import { type Attribute, attributeOf } from '../../server/matching/attributes';
import { type Fact, type Facts, factOf } from '../../server/matching/facts';
import { type Clause, isPredicate, type Predicate, predicatesOf, type Rule } from '../../server/matching/rule';
import { industryPath } from '../../server/shared/industries';

/**
 * A rule as SQL over nullable columns, whose NULL logic is Kleene's by standard: an oracle that shares no code with the
 * evaluator or the engine. A set has one column for each of its values, a tree its path of codes as text.
 */
export const sqlOfRule = (rule: Rule, today: string, dialect: 'sqlite' | 'postgres'): string =>
  ['TRUE', ...rule.all.map(clause => sqlOfClause(clause, today, dialect))].join(' AND ');

const sqlOfClause = (clause: Clause, today: string, dialect: 'sqlite' | 'postgres'): string =>
  isPredicate(clause)
    ? sqlOfPredicate(clause, today, dialect)
    : `(${clause.any
        .map(
          each =>
            `(${predicatesOf(each)
              .map(predicate => sqlOfPredicate(predicate, today, dialect))
              .join(' AND ')})`,
        )
        .join(' OR ')})`;

function sqlOfPredicate(predicate: Predicate, today: string, dialect: 'sqlite' | 'postgres'): string {
  const column = `"${predicate.attr}"`;
  switch (predicate.op) {
    case '>=':
    case '<=':
      return `${column} ${predicate.op} ${predicate.value}`;
    case 'between':
      return `${column} BETWEEN ${predicate.value[0]} AND ${predicate.value[1]}`;
    case 'is':
      return `${column} = ${predicate.value}`;
    case 'in':
    case 'notIn':
      return `${column} ${predicate.op === 'in' ? 'IN' : 'NOT IN'} (${predicate.value.map(quoted).join(', ')})`;
    case 'hasAny':
    case 'hasAll':
      return `(${predicate.value.map(code => `"${predicate.attr}.${code}"`).join(predicate.op === 'hasAny' ? ' OR ' : ' AND ')})`;
    case 'under':
      return `(${predicate.value.map(code => isUnder(column, pathOf(attributeOf(predicate.attr), code))).join(' OR ')})`;
    case 'notUnder':
      return `(NOT (${predicate.value.map(code => isUnder(column, pathOf(attributeOf(predicate.attr), code))).join(' OR ')}))`;
    case 'atLeastAgo':
    case 'atMostAgo':
      return `${laterBy(column, predicate.months, dialect)} ${predicate.op === 'atLeastAgo' ? '<=' : '>='} '${today}'`;
  }
}

/** Below or at a code: true; above it: too coarse to tell. */
const isUnder = (column: string, path: string): string =>
  `(CASE WHEN ${column} IS NULL THEN NULL WHEN ${column} LIKE '${path}%' THEN TRUE WHEN '${path}' LIKE ${column} || '%' THEN NULL ELSE FALSE END)`;

const laterBy = (column: string, months: number, dialect: 'sqlite' | 'postgres'): string =>
  dialect === 'sqlite'
    ? `date(${column}, '+${months} months', 'floor')`
    : `to_char(${column}::date + interval '${months} months', 'YYYY-MM-DD')`;

/** Each level of a tree in a part of its own: `51/06/03/`, `C/35/351/3511/`. */
function pathOf(attribute: Attribute, code: string): string {
  if (attribute.kind !== 'tree' || attribute.tree === 'gbt4754')
    return industryPath(code)
      .map(entry => `${entry.code}/`)
      .join('');
  const parts = code.replace(/(00)+$/, '').match(/\d\d/g) ?? [];
  return parts.map(part => `${part}/`).join('');
}

type Column = { readonly name: string; readonly attribute: Attribute; readonly code: string | null };

/** Facts as rows of a query whose columns the rules of this module ask for. */
export function sqlOfFirms(firms: readonly Facts[], attributes: readonly Attribute[]): string {
  const columns = attributes.flatMap((attribute): Column[] =>
    attribute.kind === 'set'
      ? Object.keys(attribute.values).map(code => ({ name: `${attribute.key}.${code}`, attribute, code }))
      : [{ name: attribute.key, attribute, code: null }],
  );
  const rows = firms.map((facts, row) => {
    const cells = columns.map(({ name, attribute, code }) => {
      const type = attribute.kind === 'number' ? 'bigint' : ['boolean', 'set'].includes(attribute.kind) ? 'boolean' : 'text';
      return `cast(${literal(factOf(facts, attribute.key), attribute, code)} as ${type}) as "${name}"`;
    });
    return `select ${[`${row} as place`, ...cells].join(', ')}`;
  });
  return rows.join(' union all ');
}

function literal(fact: Fact, attribute: Attribute, code: string | null): string {
  if (!fact.known) return 'NULL';
  const { value } = fact;
  if (code !== null) return String((value as readonly string[]).includes(code));
  if (typeof value !== 'string') return String(value);
  return quoted(attribute.kind === 'tree' ? pathOf(attribute, value) : value);
}

const quoted = (text: string): string => `'${text}'`;
