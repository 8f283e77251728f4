import { and, desc, eq } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { conflict, invalidInput, notAllowed } from '../../shared/refusals';
import { checkRecordValue, selfDeclaredClass } from '../dataClasses';
import { appendRecords, type NewRecord } from '../records/appendRecords';
import { digestOf } from '../records/digest';
import { creditRecords, type RecordValue, type StoredRecord } from '../records/tables';
import { enterprises } from '../tables';

/**
 * Keeps what the actor's own firm states of itself today, as one credit record of the class SELF_DECLARED: amounts in fen. A
 * statement is made whole, so what it leaves out is no longer stated. The audit names the fields; the values stay behind
 * the gate of credit records. The same statement again changes nothing.
 *
 * Refuses a statement of nothing, a field or value that the class does not know, anybody who is no firm or only reads, and
 * on one day a return to what was stated before another statement.
 */
export async function declareFacts(context: ActorContext, value: RecordValue): Promise<StoredRecord> {
  const stated = Object.fromEntries(Object.entries(value).filter(([, content]) => content !== null));
  const [problem] = checkRecordValue('SELF_DECLARED', stated);
  if (problem) throw invalidInput(problem.field, problem.value, problem.rule, problem.text);
  if (Object.keys(stated).length === 0) throw nothingStated();
  if (context.actor.role === 'auditor') throw readsOnly();
  return context.db.write(async tx => {
    const statement: NewRecord = {
      enterpriseId: await ownEnterprise(tx, context),
      dataClass: 'SELF_DECLARED',
      period: null,
      value: stated,
      asOf: context.today,
      source: selfDeclaredClass.department.zh,
    };
    const { recordsNew } = await appendRecords(tx, context, [statement]);
    const newest = await newestStatement(tx, statement.enterpriseId);
    if (newest?.digest !== digestOf(statement)) throw statedBefore();
    if (recordsNew === 0) return newest;
    await record(tx, context, {
      verb: 'declareFacts',
      subject: { kind: 'enterprise', id: statement.enterpriseId },
      details: { fields: Object.keys(stated) },
    });
    return newest;
  });
}

async function ownEnterprise(tx: Tx, { actor }: ActorContext): Promise<string> {
  const [own] = await tx.select({ id: enterprises.id }).from(enterprises).where(eq(enterprises.id, actor.organisationId));
  if (own) return own.id;
  throw notAllowed(
    { zh: '只有企业可以填报自己的情况。', en: 'Only a firm states facts of itself.' },
    { rule: 'organisationKind' },
  );
}

async function newestStatement(tx: Tx, enterpriseId: string): Promise<StoredRecord | undefined> {
  const [newest] = await tx
    .select()
    .from(creditRecords)
    .where(and(eq(creditRecords.enterpriseId, enterpriseId), eq(creditRecords.dataClass, 'SELF_DECLARED')))
    .orderBy(desc(creditRecords.asOf), desc(creditRecords.seq))
    .limit(1);
  return newest;
}

const statedBefore = () =>
  conflict(
    {
      zh: '今天已经填报过完全相同的内容，之后又作了更改；如需改回，请明天再填报。',
      en: 'Exactly this was stated today before another statement: to go back to it, state it again tomorrow.',
    },
    { field: 'value', rule: 'value.statedBefore' },
  );

const readsOnly = () =>
  notAllowed({ zh: '您的角色只能查看，不能填报。', en: 'Your role may read but not state facts.' }, { rule: 'role' });

const nothingStated = () => invalidInput('value', {}, 'value.empty', { zh: '请至少填报一项。', en: 'State at least one fact.' });
