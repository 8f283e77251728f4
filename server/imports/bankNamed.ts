import { and, asc, eq, or } from 'drizzle-orm';
import type { Reader } from '../database/database';
import { organisations } from '../identity/tables';
import { invalidInput } from '../shared/refusals';

/**
 * The id of the active bank that `wanted` means: its id, its credit code or its whole name. Refuses what means none, or
 * nothing at all, and says which banks there are.
 */
export async function bankNamed(read: Reader, wanted: string | null): Promise<string> {
  const isActiveBank = and(eq(organisations.kind, 'bank'), eq(organisations.status, 'active'));
  const [bank] = await read
    .select({ id: organisations.id })
    .from(organisations)
    .where(
      and(isActiveBank, or(...[organisations.id, organisations.uscc, organisations.name].map(each => eq(each, wanted ?? '')))),
    )
    .limit(1);
  if (bank) return bank.id;
  const banks = await read
    .select({ name: organisations.name })
    .from(organisations)
    .where(isActiveBank)
    .orderBy(asc(organisations.name))
    .limit(banksShown);
  const names = banks.map(({ name }) => name);
  throw invalidInput(
    'institutionId',
    wanted,
    'institutionId.activeInstitution',
    names.length === 0
      ? { zh: '平台上还没有状态正常的银行：请先登记。', en: 'There is no active bank yet: register one first.' }
      : {
          zh: `${wanted === null ? '' : `没有状态正常的银行「${wanted}」。`}请指明产品所属的银行（名称、统一社会信用代码或编号），例如：${names.join('、')}。`,
          en: `${wanted === null ? '' : `No active bank is "${wanted}". `}Name the bank whose products these are by its name, its credit code or its id, such as ${names.join(', ')}.`,
        },
  );
}

const banksShown = 10;
