import { isUniqueViolation } from '../../database/problems';
import { conflict } from '../../shared/refusals';
import type { UsccCheck } from '../../shared/uscc';
import type { StoredUsccVerdict } from '../tables';

/** The verdict as it is kept with the organisation; a malformed code never comes this far. */
export function storedVerdict({ verdict }: UsccCheck): StoredUsccVerdict {
  if (verdict === 'malformed') throw new Error('a malformed unified social credit code is never stored');
  return verdict;
}

/** Somebody else is on the platform under this code: says so without saying who. */
export const takenUscc = (uscc: string | null) =>
  conflict(
    {
      zh: `统一社会信用代码「${uscc}」已在平台注册或正待确认。若这是您的单位，请联系本单位管理员添加账号，或联系平台运营方。`,
      en: `The unified social credit code "${uscc}" is registered already or awaits confirmation. If it is yours, ask your administrator for an account, or the operator of the platform.`,
    },
    { field: 'uscc', value: uscc, rule: 'uscc.taken' },
  );

/** Runs a unit of work that writes an organisation; a code that is taken is refused by the field's name. */
export async function refusingTakenUscc<Result>(uscc: string | null, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error, 'organisations.uscc')) throw takenUscc(uscc);
    throw error;
  }
}
