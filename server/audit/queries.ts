import { and, count, desc, eq, or } from 'drizzle-orm';
import type { ActorContext } from '../context';
import { containing } from '../database/select';
import { checkListRequest, type ListRequest, type Page } from '../shared/list';
import { invalidInput } from '../shared/refusals';
import { type AuditEntry, auditEntries } from './tables';
import type { AuditSubject, AuditVerb } from './verbs';

export type AuditFilter = {
  readonly subjectKind?: AuditSubject | null;
  readonly subjectId?: string | null;
  readonly verb?: AuditVerb | null;
};

/**
 * The entries of the audit chain, newest first: the operator reads all, everybody else what users of its own
 * organisation did. `q` looks in the actor's name, verb, subject and reason. The chain has one order: it may be
 * turned round by `sort: "at"`, nothing else.
 */
export async function listAuditEntries(
  { db, actor }: ActorContext,
  list: ListRequest & { q?: string | null; filter?: AuditFilter | null },
): Promise<Page<AuditEntry>> {
  checkListRequest(list);
  if (list.sort && list.sort !== 'at')
    throw invalidInput('sort', list.sort, 'sort.unknown', {
      zh: `审计日志只能按 at（时间）排序，不能按「${list.sort}」。`,
      en: `The audit log is sorted by "at" only, not by "${list.sort}".`,
    });
  const { subjectKind, subjectId, verb } = list.filter ?? {};
  const { actorName, verb: verbColumn, subjectId: subjectColumn, reason } = auditEntries;
  const where = and(
    actor.organisationKind === 'operator' ? undefined : eq(auditEntries.organisationId, actor.organisationId),
    subjectKind ? eq(auditEntries.subjectKind, subjectKind) : undefined,
    subjectId ? eq(auditEntries.subjectId, subjectId) : undefined,
    verb ? eq(auditEntries.verb, verb) : undefined,
    list.q ? or(...[actorName, verbColumn, subjectColumn, reason].map(column => containing(column, list.q ?? ''))) : undefined,
  );
  const isOldestFirst = list.sort === 'at' && list.order !== 'DESC';
  const [items, [counted]] = await Promise.all([
    db.read
      .select()
      .from(auditEntries)
      .where(where)
      .orderBy(isOldestFirst ? auditEntries.seq : desc(auditEntries.seq))
      .limit(list.perPage)
      .offset((list.page - 1) * list.perPage),
    db.read.select({ total: count() }).from(auditEntries).where(where),
  ]);
  return { items, total: counted?.total ?? 0 };
}
