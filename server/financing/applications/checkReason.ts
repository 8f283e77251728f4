import { z } from 'zod';
import { parseInput } from '../../shared/input';
import { invalidInput } from '../../shared/refusals';
import { type ReasonCode, reasonCodes, reasons } from './reasons';

/** Why a bank does not go on: one of the coded reasons, in its own words too where the code alone says too little. */
export type GivenReason = { readonly reasonCode: string; readonly reasonText?: string | null };

const textMin = 10;
const shape = z.object({
  reasonCode: z.enum(reasonCodes),
  reasonText: z
    .string()
    .trim()
    .max(500)
    .nullish()
    .transform(text => text || null),
});

/** The reason as it is kept; refuses an unknown code, and a code that needs words without at least ten characters of them. */
export function checkReason(given: GivenReason): { readonly reasonCode: ReasonCode; readonly reasonText: string | null } {
  const reason = parseInput(shape, { reasonCode: given.reasonCode, reasonText: given.reasonText });
  if (reasons[reason.reasonCode].needsText && (reason.reasonText ?? '').length < textMin)
    throw invalidInput('reasonText', given.reasonText ?? null, 'reasonText.needed', {
      zh: `选择「${reasons[reason.reasonCode].label.zh}」时请具体说明（至少 ${textMin} 字），企业会看到。`,
      en: `With "${reasons[reason.reasonCode].label.en}", explain in at least ${textMin} characters: the firm will read it.`,
    });
  return reason;
}
