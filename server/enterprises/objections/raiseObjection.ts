import { and, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../audit/record';
import { noteChange } from '../../changes/noteChange';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { parseInput } from '../../shared/input';
import { conflict, invalidInput, notFound } from '../../shared/refusals';
import { creditRecords, type StoredRecord } from '../records/tables';
import { answerDueOn } from './lifecycle';
import { type DataObjection, dataObjections } from './tables';
import { tellOfObjection } from './tellOfObjection';

export type RaiseObjectionInput = {
  /** The record, as `CreditRecord.id` names it. */
  readonly recordId: string;
  readonly statement: string;
};

const shape = z.object({ recordId: z.string().min(1), statement: z.string().trim().min(10).max(1000) });

/**
 * The actor's firm objects to a record of its file. From this moment the record is marked as disputed in every reading and
 * nothing is concluded from it; the department that provided it, or the operator, answers in writing within 20 days
 * (征信业管理条例 25). Refuses another firm's record as not found, the firm's own statement, which it states anew instead, a
 * statement of fewer than ten characters, and a second objection while one is open.
 */
export async function raiseObjection(context: ActorContext, input: RaiseObjectionInput): Promise<DataObjection> {
  const { recordId, statement } = parseInput(shape, input);
  return context.db.write(async tx => {
    const disputed = await ownRecord(tx, context, recordId);
    if (disputed.dataClass === 'SELF_DECLARED') throw ownStatement(recordId);
    await refuseSecond(tx, disputed);
    const objection: DataObjection = {
      id: context.newId(),
      enterpriseId: disputed.enterpriseId,
      recordSeq: disputed.seq,
      dataClass: disputed.dataClass,
      state: 'open',
      openRecordSeq: disputed.seq,
      statement,
      raisedBy: context.actor.userId,
      raisedAt: context.now,
      dueOn: answerDueOn(context.today),
      answer: null,
      answeredBy: null,
      answeredAt: null,
      withdrawnAt: null,
      version: 1,
    };
    await tx.insert(dataObjections).values(objection);
    noteChange(tx, context, 'enterprise', objection.enterpriseId);
    await tellOfObjection(tx, context, 'raiseObjection', objection);
    const { dataClass, dueOn } = objection;
    await record(tx, context, {
      verb: 'raiseObjection',
      subject: { kind: 'objection', id: objection.id },
      details: { recordId, dataClass, dueOn },
    });
    return objection;
  });
}

async function ownRecord(tx: Tx, { actor }: ActorContext, recordId: string): Promise<StoredRecord> {
  const seq = /^\d{1,15}$/.test(recordId) ? Number(recordId) : -1;
  const [found] = await tx
    .select()
    .from(creditRecords)
    .where(and(eq(creditRecords.seq, seq), eq(creditRecords.enterpriseId, actor.organisationId)));
  if (!found) throw notFound({ zh: '信用记录', en: 'credit record' }, recordId);
  return found;
}

/** A record that was found wrong is read no more; one that is being examined is examined once at a time. */
async function refuseSecond(tx: Tx, { seq }: StoredRecord): Promise<void> {
  const former = await tx
    .select({ state: dataObjections.state, dueOn: dataObjections.dueOn })
    .from(dataObjections)
    .where(and(eq(dataObjections.recordSeq, seq), ne(dataObjections.state, 'withdrawn')));
  const open = former.find(({ state }) => state === 'open');
  if (open)
    throw conflict(
      {
        zh: `该记录的异议正在核查，最迟 ${open.dueOn} 书面答复。如需补充说明，请先撤回再重新提出。`,
        en: `An objection to this record is being examined and is answered by ${open.dueOn}. To say more, withdraw it and raise it again.`,
      },
      { field: 'recordId', value: String(seq), rule: 'objection.open' },
    );
  if (former.some(({ state }) => state === 'corrected'))
    throw conflict(
      { zh: '该记录已经更正，不再供查询。', en: 'This record has been put right and is read no more.' },
      { field: 'recordId', value: String(seq), rule: 'objection.corrected' },
    );
}

const ownStatement = (recordId: string) =>
  invalidInput('recordId', recordId, 'objection.ownStatement', {
    zh: '这是本企业自行填报的内容，请直接在「企业填报」中重新填报。',
    en: 'This is your own statement: state it again under "Own statement".',
  });
