import { z } from 'zod';
import { parseInput } from '../../shared/input';
import { invalidInput } from '../../shared/refusals';
import type { Text } from '../../shared/text';

type LineReason = { readonly label: Text; readonly needsText: boolean };

const reason = (zh: string, en: string, needsText = false): LineReason => ({ label: { zh, en }, needsText });

/** Why a bank freezes or closes a line, or does not pay a drawdown. The firm reads it. */
export const lineReasons = {
  F01: reason('贷后检查发现风险', 'A risk was found in monitoring', true),
  F02: reason('名下贷款逾期', 'A loan is overdue'),
  F03: reason('资料未按约定更新', 'Documents were not brought up to date', true),
  F04: reason('用途不符合约定', 'The purpose is not the one agreed', true),
  F05: reason('银行额度或政策调整', "The bank's own limit or policy"),
  F06: reason('应企业要求', 'The firm asked for it'),
  F99: reason('其他', 'Another reason', true),
} satisfies Readonly<Record<string, LineReason>>;

export type LineReasonCode = keyof typeof lineReasons;
export const lineReasonCodes = Object.keys(lineReasons) as LineReasonCode[];

export type GivenLineReason = { readonly reasonCode: string; readonly reasonText?: string | null };
export type KeptLineReason = { readonly reasonCode: LineReasonCode; readonly reasonText: string | null };

const textMin = 10;
const shape = z.object({
  reasonCode: z.enum(lineReasonCodes),
  reasonText: z
    .string()
    .trim()
    .max(500)
    .nullish()
    .transform(text => text || null),
});

/** The reason as it is kept; refuses an unknown code, and one that needs words without at least ten characters of them. */
export function checkLineReason({ reasonCode, reasonText }: GivenLineReason): KeptLineReason {
  const kept = parseInput(shape, { reasonCode, reasonText });
  const { label, needsText } = lineReasons[kept.reasonCode];
  if (needsText && (kept.reasonText ?? '').length < textMin)
    throw invalidInput('reasonText', reasonText ?? null, 'reasonText.needed', {
      zh: `选择「${label.zh}」时请具体说明（至少 ${textMin} 字），企业会看到。`,
      en: `With "${label.en}", explain in at least ${textMin} characters: the firm will read it.`,
    });
  return kept;
}
