import type { DataClassCode } from '../shared/dataClassCodes';
import type { Change } from './changes';
import type { ClauseGaps, Finding } from './explain';
import type { ProductMatch, Verdict } from './match';

/** A product that may be had, with what each of its clauses that cannot be told waits for. */
export type PossibleProduct = { readonly productId: string; readonly gaps: readonly ClauseGaps[] };

export type AuthorisationAdvice = {
  readonly dataClass: DataClassCode;
  /** The products that are possible today and become eligible or not eligible once this class alone is authorised. */
  readonly productIds: readonly string[];
};

/**
 * Which single authorisation settles the most products: only products whose every open comparison waits for that class
 * and nothing else are counted, so the promise holds whatever the records say. Most products first, then by class.
 */
export function authorisationAdvice(possible: readonly PossibleProduct[]): readonly AuthorisationAdvice[] {
  const byClass = new Map<DataClassCode, string[]>();
  for (const { productId, gaps } of possible) {
    const dataClass = settlingClass(gaps);
    if (dataClass !== null) byClass.set(dataClass, [...(byClass.get(dataClass) ?? []), productId]);
  }
  return [...byClass]
    .map(([dataClass, productIds]) => ({ dataClass, productIds: productIds.sort() }))
    .sort((a, b) => b.productIds.length - a.productIds.length || (a.dataClass < b.dataClass ? -1 : 1));
}

function settlingClass(gaps: readonly ClauseGaps[]): DataClassCode | null {
  const [dataClass, ...others] = new Set(gaps.flatMap(({ authorise }) => authorise));
  const isEnough = others.length === 0 && gaps.every(({ awaiting }) => awaiting.length === 0);
  return dataClass !== undefined && isEnough ? dataClass : null;
}

export type NearMiss = {
  readonly productId: string;
  readonly versionId: string;
  /** The only clause that is unmet. */
  readonly finding: Finding;
  readonly changes: readonly Change[];
  /** The verdict once the changes are made; possible when other clauses are still unknown. */
  readonly verdictThen: Exclude<Verdict, 'notEligible'>;
};

/**
 * The products that a firm misses by one clause which acting or waiting can meet, those that would then be certain
 * first. A clause that nothing can change, or whose change would break another, is no near miss.
 */
export const nearMisses = (matches: readonly ProductMatch[]): readonly NearMiss[] =>
  matches
    .flatMap(({ productId, versionId, findings, verdictAfterChanges }) => {
      const finding = findings.find(({ verdict }) => verdict === 'unmet');
      if (finding === undefined || verdictAfterChanges === null || verdictAfterChanges === 'notEligible') return [];
      return [{ productId, versionId, finding, changes: finding.changes, verdictThen: verdictAfterChanges }];
    })
    .sort(
      (a, b) =>
        Number(a.verdictThen === 'possible') - Number(b.verdictThen === 'possible') || (a.productId < b.productId ? -1 : 1),
    );
