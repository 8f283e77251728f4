import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../audit/record';
import { noteChange } from '../../changes/noteChange';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { parseInput } from '../../shared/input';
import { nextState } from '../../shared/lifecycle';
import { invalidInput } from '../../shared/refusals';
import { checkRecordValue, dataClassOf } from '../dataClasses';
import { appendRecords } from '../records/appendRecords';
import { recordsOf } from '../records/readRecords';
import { isCheck, recount } from '../records/recount';
import { creditRecords, type RecordValue } from '../records/tables';
import { type ObjectionOutcome, objectionLifecycle, objectionOutcomes, verbOf } from './lifecycle';
import { objectionMarks, withMarks } from './marks';
import { loadObjection } from './queries';
import { type DataObjection, dataObjections } from './tables';
import { tellOfObjection } from './tellOfObjection';

export type AnswerObjectionInput = {
  readonly outcome: ObjectionOutcome;
  /** What the firm reads: what was examined, and what was found. */
  readonly answer: string;
  /** What is right, where there is something: the fields of the class. Without it a corrected record is only taken out. */
  readonly value?: RecordValue | null;
};

const shape = z.object({ outcome: z.enum(objectionOutcomes), answer: z.string().trim().min(10).max(1000) });

/**
 * The department that provided a record, or the operator, answers the firm's objection to it in writing. Corrected: the record
 * is read no more, and `value`, if given, stands in its place from today. Dismissed: the mark goes. Unresolved: the record is
 * read again, with the objection on record beside it (征信业管理条例 25). Refuses what the actor may not know of as not found,
 * an answer of fewer than ten characters, a value that the class does not take or that another outcome has no use for, an
 * objection that has ended, and a stale version.
 */
export async function answerObjection(
  context: ActorContext,
  { id, version, input }: { readonly id: string; readonly version: number; readonly input: AnswerObjectionInput },
): Promise<DataObjection> {
  const { outcome, answer } = parseInput(shape, { outcome: input.outcome, answer: input.answer });
  const value = input.value ?? null;
  if (value !== null && outcome !== 'corrected') throw valueWithoutCorrection(outcome);
  return context.db.write(async tx => {
    const objection = await loadObjection(tx, context, { id, version, action: 'answerObjection' });
    const answered: DataObjection = {
      ...objection,
      state: nextState(objectionLifecycle, objection.state, verbOf[outcome]),
      openRecordSeq: null,
      answer,
      answeredBy: context.actor.organisationId,
      answeredAt: context.now,
      version: version + 1,
    };
    const { state, openRecordSeq, answeredBy, answeredAt } = answered;
    await tx
      .update(dataObjections)
      .set({ state, openRecordSeq, answer, answeredBy, answeredAt, version: answered.version })
      .where(and(eq(dataObjections.id, id), eq(dataObjections.version, version)));
    if (outcome === 'corrected') await putRight(tx, context, objection, value);
    noteChange(tx, context, 'enterprise', objection.enterpriseId);
    await tellOfObjection(tx, context, 'answerObjection', answered);
    await record(tx, context, {
      verb: 'answerObjection',
      subject: { kind: 'objection', id },
      reason: answer,
      details: { outcome, isReplaced: value !== null },
    });
    return answered;
  });
}

/** Adds what is right, if it is known; a register that lost an entry counts its entries anew. */
async function putRight(tx: Tx, context: ActorContext, objection: DataObjection, value: RecordValue | null): Promise<void> {
  const { enterpriseId, dataClass, recordSeq } = objection;
  const [wrong] = await tx.select().from(creditRecords).where(eq(creditRecords.seq, recordSeq));
  if (!wrong) throw new RangeError(`the record ${recordSeq} of the objection ${objection.id} is not there`);
  if (value !== null) {
    const [problem] = checkRecordValue(dataClass, value);
    if (problem) throw invalidInput(`value.${problem.field}`, problem.value, problem.rule, problem.text);
    const source = dataClassOf(dataClass).department.zh;
    await appendRecords(tx, context, [{ enterpriseId, dataClass, period: wrong.period, value, asOf: context.today, source }]);
  }
  if (isCheck(wrong)) return;
  const rows = await recordsOf(tx, enterpriseId, [dataClass]);
  const marks = await objectionMarks(tx, [enterpriseId]);
  await recount(tx, context, withMarks(rows, marks.get(enterpriseId)));
}

const valueWithoutCorrection = (outcome: ObjectionOutcome) =>
  invalidInput('value', outcome, 'objection.value', {
    zh: '只有「更正」才填写更正后的内容，请去掉更正内容或改选处理结果。',
    en: 'Only a correction takes a value: leave it out or choose the outcome "corrected".',
  });
