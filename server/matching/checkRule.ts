import { Refusal } from '../shared/refusals';
import { contradictionsIn } from './contradictions';
import { readPredicate } from './readPredicate';
import { type Alternative, type Clause, clauseCount, clausesMax, type Predicate, type Rule } from './rule';
import { type Problems, pointerPart, problem, type RuleProblem, shown } from './ruleProblem';

export type { RuleProblem, RuleProblemName } from './ruleProblem';

/** Everything that is wrong with `json` as a rule, in the order it is written; empty when it is a rule. */
export const checkRule = (json: unknown): readonly RuleProblem[] => readRule(json).problems;

/**
 * `json` as a rule, in the order it was written and with stated units left out.
 * Refuses with INVALID_INPUT whose details carry every problem: path, rule, value and text.
 */
export function parseRule(json: unknown): Rule {
  const { rule, problems } = readRule(json);
  const [first] = problems;
  if (first === undefined) return rule;
  const more = problems.length - 1;
  throw new Refusal(
    'INVALID_INPUT',
    {
      zh: more === 0 ? first.text.zh : `${first.text.zh}（另有 ${more} 处问题）`,
      en: more === 0 ? first.text.en : `${first.text.en} (${more} more ${more === 1 ? 'problem' : 'problems'})`,
    },
    { field: `rule${first.path}`, value: first.value, rule: `rule.${first.rule}`, problems },
  );
}

type Json = Readonly<Record<string, unknown>>;

function readRule(json: unknown): { readonly rule: Rule; readonly problems: Problems } {
  const problems: Problems = [];
  const members = readGroup(json, 'all', '', problems);
  const all = members.flatMap((member, index) => present(readClause(member, `/all/${index}`, problems)));
  const rule: Rule = { all };
  if (problems.length > 0) return { rule, problems };
  const count = clauseCount(rule);
  if (count > clausesMax)
    problems.push(
      problem('', 'tooManyClauses', count, {
        zh: `规则展开后有 ${count} 个条件，最多 ${clausesMax} 个。请合并或删减条件。`,
        en: `The rule expands to ${count} conditions; at most ${clausesMax} are allowed. Merge or remove some.`,
      }),
    );
  problems.push(...contradictionsIn(rule));
  return { rule, problems };
}

function readClause(node: unknown, path: string, problems: Problems): Clause | null {
  if (!isObject(node) || !('any' in node)) return readLeaf(node, path, problems);
  const members = readGroup(node, 'any', path, problems);
  refuseEmpty(node, 'any', path, problems);
  return { any: members.flatMap((member, index) => present(readAlternative(member, `${path}/any/${index}`, problems))) };
}

function readAlternative(node: unknown, path: string, problems: Problems): Alternative | null {
  if (!isObject(node) || !('all' in node)) return readLeaf(node, path, problems);
  const members = readGroup(node, 'all', path, problems);
  refuseEmpty(node, 'all', path, problems);
  return { all: members.flatMap((member, index) => present(readLeaf(member, `${path}/all/${index}`, problems))) };
}

/** A comparison, where no group may stand any more. */
function readLeaf(node: unknown, path: string, problems: Problems): Predicate | null {
  if (!isObject(node)) {
    problems.push(
      problem(path, 'shape', node, {
        zh: `「${shown(node)}」不是条件。请写成 { attr, op, value }。`,
        en: `"${shown(node)}" is not a condition. Write { attr, op, value }.`,
      }),
    );
    return null;
  }
  if (!('all' in node) && !('any' in node)) return readPredicate(node, path, problems);
  problems.push(
    problem(path, 'tooDeep', node, {
      zh: '条件嵌套过深：规则由“全部满足”组成，其中可有“任一满足”，其选项可以是一组“全部满足”的条件，不能再嵌套。',
      en: 'The groups are nested too deep: a rule is an "all", it may hold "any" groups, whose alternatives may be an "all" of plain conditions.',
    }),
  );
  return null;
}

/** The members of a group that is an object with one key, `name`, holding a list. */
function readGroup(node: unknown, name: 'all' | 'any', path: string, problems: Problems): readonly unknown[] {
  const members = isObject(node) ? node[name] : undefined;
  if (!isObject(node) || !Array.isArray(members)) {
    problems.push(
      problem(path, 'shape', node, {
        zh: `应写成 { "${name}": [ … ] }。`,
        en: `Write { "${name}": [ … ] } here.`,
      }),
    );
    return [];
  }
  for (const key of Object.keys(node))
    if (key !== name)
      problems.push(
        problem(`${path}/${pointerPart(key)}`, 'unknownKey', node[key], {
          zh: `多余的字段「${key}」。此处只能写 ${name}。`,
          en: `Unknown key "${key}". Write only ${name} here.`,
        }),
      );
  return members;
}

function refuseEmpty(node: Json, name: 'all' | 'any', path: string, problems: Problems): void {
  const members = node[name];
  if (!Array.isArray(members) || members.length > 0) return;
  problems.push(
    problem(`${path}/${name}`, 'emptyGroup', members, {
      zh: '这一组没有任何条件。请至少写一个条件，或删除这一组。',
      en: 'This group has no condition. Write at least one, or remove the group.',
    }),
  );
}

const isObject = (node: unknown): node is Json => typeof node === 'object' && node !== null && !Array.isArray(node);
const present = <Node>(node: Node | null): readonly Node[] => (node === null ? [] : [node]);
