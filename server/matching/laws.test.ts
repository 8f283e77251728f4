import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsAbout, knownFactAbout, ruleAbout, someAttributes, today } from '../../tests/support/arbitraryRules';
import { termsOf } from '../../tests/support/factBuilders';
import { match, possibleOf } from '../../tests/support/match';
import { authorisationAdvice, nearMisses } from './advice';
import { type AttributeKey, attributeOf, attributes, dataClassesOf } from './attributes';
import { canonicalRule, ruleText } from './canonical';
import { changedSubject } from './changes';
import { checkRule, parseRule } from './checkRule';
import { judgeClause, judgeRule, no, unknown, yes } from './evaluate';
import type { Fact, Facts } from './facts';
import type { MatchableProduct } from './match';
import { alternativesOf, clauseCount, predicatesOf, type Rule } from './rule';

const ofEnterprise = attributes.filter(({ dataClass }) => dataClass !== 'REQUEST');
const cases = someAttributes.chain(choice =>
  fc.record({ choice: fc.constant(choice), rule: ruleAbout(choice), facts: factsAbout(choice) }),
);
const productOf = (rule: Rule): MatchableProduct => ({ id: 'p', versionId: 'v', rule, terms: termsOf({}) });

describe('verdicts under more knowledge', () => {
  it('never flips a yes or a no when an unknown value is learnt', () => {
    const learning = someAttributes.chain(choice =>
      fc.record({ rule: ruleAbout(choice), facts: factsAbout(choice), learnt: factsAbout(choice, knownFactAbout) }),
    );
    fc.assert(
      fc.property(learning, ({ rule, facts, learnt }) => {
        const before = judgeRule(rule, { facts, today, hasRequest: true });
        const filled: Facts = new Map([...facts].map(([key, fact]) => [key, fact.known ? fact : (learnt.get(key) ?? fact)]));
        const after = judgeRule(rule, { facts: filled, today, hasRequest: true });
        if (before !== unknown) expect(after).toBe(before);
      }),
      { numRuns: 1000 },
    );
  });

  it('is yes or no of everything that is known finely enough', () => {
    const known = fc
      .constant(attributes.filter(({ kind }) => kind !== 'tree'))
      .chain(choice =>
        fc
          .subarray(choice, { minLength: 2, maxLength: 6 })
          .chain(some => fc.record({ rule: ruleAbout(some), facts: factsAbout(some, knownFactAbout) })),
      );
    fc.assert(
      fc.property(known, ({ rule, facts }) => {
        expect(judgeRule(rule, { facts, today, hasRequest: true })).not.toBe(unknown);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the canonical form', () => {
  it('means the same as the rule as written', () => {
    fc.assert(
      fc.property(cases, ({ rule, facts }) => {
        const subject = { facts, today, hasRequest: true };
        expect(judgeRule(canonicalRule(rule), subject)).toBe(judgeRule(rule, subject));
      }),
      { numRuns: 1000 },
    );
  });

  it('is its own canonical form, and no longer than the rule', () => {
    fc.assert(
      fc.property(cases, ({ rule }) => {
        const text = ruleText(rule);
        expect(ruleText(canonicalRule(rule))).toBe(text);
        expect(clauseCount(canonicalRule(rule))).toBeLessThanOrEqual(clauseCount(rule));
      }),
    );
  });

  it('is equal for every order of clauses, alternatives, group members and codes', () => {
    const reversed = (rule: Rule): Rule => ({
      all: [...rule.all].reverse().map(clause => {
        if ('attr' in clause) return clause;
        return { any: [...clause.any].reverse().map(each => ({ all: [...predicatesOf(each)].reverse() })) };
      }),
    });
    fc.assert(
      fc.property(cases, ({ rule }) => {
        expect(ruleText(reversed(rule))).toBe(ruleText(rule));
      }),
    );
  });

  it('is read back by the validator, which finds at most contradictions in well-formed rules', () => {
    fc.assert(
      fc.property(cases, ({ rule }) => {
        const problems = checkRule(JSON.parse(ruleText(rule)));
        expect(problems.filter(({ rule: name }) => name !== 'contradiction' && name !== 'tooManyClauses')).toEqual([]);
        if (problems.length === 0) expect(parseRule(JSON.parse(ruleText(rule)))).toEqual(canonicalRule(rule));
      }),
    );
  });
});

describe('contradictions', () => {
  it('are named only where no firm qualifies', () => {
    fc.assert(
      fc.property(cases, ({ rule, facts }) => {
        const problems = checkRule(rule).filter(({ rule: name, path }) => name === 'contradiction' && /^\/all\/\d+$/.test(path));
        if (problems.length > 0) expect(judgeRule(rule, { facts, today, hasRequest: true })).not.toBe(yes);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the door', () => {
  const verdictOf = { [yes]: 'eligible', [unknown]: 'possible', [no]: 'notEligible' };

  it('answers what the definition says, with the findings of exactly the clauses that have firm-side parts', () => {
    fc.assert(
      fc.property(cases, ({ rule, facts }) => {
        const subject = { facts, today, hasRequest: false };
        const [found] = match([productOf(rule)], facts, null, today);
        expect(found?.verdict).toBe(verdictOf[judgeRule(rule, subject)]);
        for (const finding of found?.findings ?? []) {
          const clause = rule.all[Number(finding.path.slice('/all/'.length))];
          if (clause === undefined) throw new Error(`no clause at ${finding.path}`);
          expect(finding.verdict).toBe({ [yes]: 'met', [unknown]: 'unknown', [no]: 'unmet' }[judgeClause(clause, subject)]);
          expect(finding.authorise.length + finding.awaiting.length > 0).toBe(finding.verdict === 'unknown');
          const keys = alternativesOf(clause)
            .flatMap(predicatesOf)
            .map(({ attr }) => attr);
          expect(keys).toEqual(expect.arrayContaining(finding.predicates.map(({ attr }) => attr)));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps its promise: authorising the advised class alone decides the product, whatever the records say', () => {
    const advised = fc
      .subarray(
        ofEnterprise.filter(({ kind }) => kind !== 'tree'),
        { minLength: 1, maxLength: 4 },
      )
      .chain(choice =>
        fc.record({ rule: ruleAbout(choice), facts: factsAbout(choice), learnt: factsAbout(choice, knownFactAbout) }),
      );
    let promises = 0;
    fc.assert(
      fc.property(advised, ({ rule, facts, learnt }) => {
        for (const { dataClass } of authorisationAdvice(possibleOf(match([productOf(rule)], facts, null, today)))) {
          promises++;
          const waits = (key: AttributeKey, fact: Fact) =>
            !fact.known && fact.reason === 'notConsented' && dataClassesOf(attributeOf(key)).every(code => code === dataClass);
          const filled: Facts = new Map(
            [...facts].map(([key, fact]) => [key, waits(key, fact) ? (learnt.get(key) ?? fact) : fact]),
          );
          expect(match([productOf(rule)], filled, null, today)[0]?.verdict).not.toBe('possible');
        }
      }),
      { numRuns: 2000 },
    );
    expect(promises).toBeGreaterThan(20);
  });

  it('keeps its promise: a near miss lacks one clause, and its changes lead where it says', () => {
    let promises = 0;
    fc.assert(
      fc.property(cases, ({ rule, facts }) => {
        for (const { finding, changes, verdictThen } of nearMisses(match([productOf(rule)], facts, null, today))) {
          promises++;
          expect(
            judgeRule(
              { all: rule.all.filter((_, index) => `/all/${index}` !== finding.path) },
              { facts, today, hasRequest: false },
            ),
          ).not.toBe(no);
          expect(changes.length).toBeGreaterThan(0);
          expect(changes.every(({ kind }) => kind !== 'fixed')).toBe(true);
          expect(verdictThen).toBe(verdictOf[judgeRule(rule, changedSubject({ facts, today, hasRequest: false }, changes))]);
        }
      }),
      { numRuns: 2000 },
    );
    expect(promises).toBeGreaterThan(20);
  });
});
