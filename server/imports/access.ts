import { dataClassOf, type RecordClassCode } from '../enterprises/dataClasses';
import type { Organisation } from '../identity/tables';
import type { Actor } from '../shared/actor';
import { verbsFrom } from '../shared/lifecycle';
import { notAllowed, notFound } from '../shared/refusals';
import { type ImportVerb, importLifecycle } from './lifecycle';
import type { ImportBatch, ImportKindCode } from './tables';

export type ImportWish = { readonly kind: ImportKindCode; readonly dataClass: RecordClassCode | null };

/**
 * May `actor` import this? The operator everything but repayments and white lists, a bank its own products and what its loans were
 * repaid, a department the records of the classes that it supplies and the firms of its white lists. Auditors read only.
 */
export function mayImport(
  actor: Actor,
  organisation: Pick<Organisation, 'name' | 'shortName'> | null,
  wish: ImportWish,
): boolean {
  if (actor.role === 'auditor') return false;
  // What a bank's loans were repaid, nobody but the bank reports.
  if (wish.kind === 'repayments') return actor.organisationKind === 'bank';
  // Whom a department recommends, the department alone says.
  if (wish.kind === 'whiteListFirms') return actor.organisationKind === 'department';
  if (actor.organisationKind === 'operator') return true;
  if (actor.organisationKind === 'bank') return wish.kind === 'products';
  if (actor.organisationKind !== 'department' || wish.kind !== 'records') return false;
  return wish.dataClass !== null && organisation !== null && supplies(organisation, wish.dataClass);
}

/**
 * The catalogue names the department of each class without its city (市税务局); an organisation supplies the class when
 * its own name or short name ends with one of the names (德阳市税务局).
 */
export function supplies(organisation: Pick<Organisation, 'name' | 'shortName'>, dataClass: RecordClassCode): boolean {
  const departments = dataClassOf(dataClass)
    .department.zh.split('、')
    .map(name => name.replace(/（.*）$/, ''));
  const names = [organisation.name, organisation.shortName ?? ''];
  return departments.some(department => names.some(name => name.endsWith(department)));
}

/** A batch is seen by those it belongs to, and by the operator. */
export const canSeeBatch = (actor: Actor, batch: Pick<ImportBatch, 'organisationId'>): boolean =>
  actor.organisationKind === 'operator' || actor.organisationId === batch.organisationId;

export const batchText = { zh: '导入批次', en: 'import' };

/** Passes when `actor` may apply or discard the batch; another organisation's is NOT_FOUND. */
export function mustDecide(actor: Actor, batch: Pick<ImportBatch, 'id' | 'organisationId'>): void {
  if (!canSeeBatch(actor, batch)) throw notFound(batchText, batch.id);
  if (actor.role === 'auditor')
    throw notAllowed({ zh: '审计员只能查看，不能导入。', en: 'An auditor reads and does not import.' }, { rule: 'role' });
}

const verbsOfPeople = ['apply', 'discard'] as const satisfies readonly ImportVerb[];

/** What `actor` may do to the batch now, by the names of the operations. */
export function allowedVerbs(actor: Actor, batch: Pick<ImportBatch, 'organisationId' | 'state'>): string[] {
  if (actor.role === 'auditor' || !canSeeBatch(actor, batch)) return [];
  const possible = verbsFrom(importLifecycle, batch.state);
  return verbsOfPeople.filter(verb => possible.includes(verb)).map(verb => `${verb}Import`);
}
