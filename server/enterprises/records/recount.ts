import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { dataClassOf } from '../dataClasses';
import { appendRecords } from './appendRecords';
import { currentRecords } from './current';
import type { StoredRecord } from './tables';

export const isCheck = ({ value }: Pick<StoredRecord, 'value'>): boolean => 'entryCount' in value;

/**
 * Lets a register of one firm count its entries anew after one of them is read no more: with fewer entries than its check
 * record counts, nothing could be concluded from it. `left`: its records as they are read now, in the order of reading.
 */
export async function recount(tx: Tx, context: ActorContext, left: readonly StoredRecord[]): Promise<void> {
  const current = currentRecords(left);
  const check = current.find(isCheck);
  if (!check) return;
  const { enterpriseId, dataClass, period } = check;
  const entryCount = current.filter(row => !isCheck(row)).length;
  const source = dataClassOf(dataClass).department.zh;
  await appendRecords(tx, context, [{ enterpriseId, dataClass, period, value: { entryCount }, asOf: context.today, source }]);
}
