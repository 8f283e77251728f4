import { z } from 'zod';
import { parseInput } from '../../shared/input';
import { invalidInput } from '../../shared/refusals';
import type { Text } from '../../shared/text';
import { type DealVerb, dealLifecycle } from './lifecycle';

export type DealReason = {
  readonly label: Text;
  /** What it can be the reason of. */
  readonly verbs: readonly DealVerb[];
  /** A sentence of the lender's own is needed: the code alone says too little. */
  readonly needsText: boolean;
};

const reason = (zh: string, en: string, verbs: readonly DealVerb[], needsText = false): DealReason => ({
  label: { zh, en },
  verbs,
  needsText,
});

/** Why a loan did not simply run its course. Settling is no adverse event and has none. */
export const dealReasons = {
  L01: reason('到期仍正常经营，续贷周转', 'In good order at maturity, still needs the money', ['renew']),
  L02: reason('回款周期长于贷款期限', 'Customers pay later than the loan falls due', ['renew', 'restructure']),
  L03: reason('转贷资金过桥后新发放', 'Bridged, then lent anew', ['renew']),
  L11: reason('经营暂时困难', 'Passing difficulties in business', ['restructure', 'renew']),
  L12: reason('自然灾害或突发事件', 'Disaster or emergency', ['restructure', 'writeOff'], true),
  L13: reason('下游拖欠货款', 'A customer has not paid', ['restructure'], true),
  L14: reason('法院调解或破产重整', 'Court settlement or reorganisation', ['restructure']),
  L21: reason('破产清算终结', 'Bankruptcy concluded', ['writeOff']),
  L22: reason('强制执行终结，无财产可供执行', 'Enforcement ended, nothing left to enforce against', ['writeOff']),
  L23: reason('债务人注销、吊销或死亡', 'The debtor no longer exists', ['writeOff']),
  L24: reason('追偿一年以上仍无法收回', 'Pursued for over a year without success', ['writeOff'], true),
  L31: reason('到期未偿还，由担保方代偿', 'Not repaid when due, paid by the guarantor', ['compensate']),
  L32: reason('提前到期，由担保方代偿', 'Called in early, paid by the guarantor', ['compensate'], true),
  L41: reason('到期未足额还款', 'Not repaid in full when due', ['fallOverdue']),
  L99: reason('其他', 'Another reason', ['renew', 'restructure', 'compensate', 'writeOff'], true),
} satisfies Readonly<Record<string, DealReason>>;

export type DealReasonCode = keyof typeof dealReasons;

export const dealReasonCodes = Object.keys(dealReasons) as DealReasonCode[];

export type GivenDealReason = { readonly reasonCode: string; readonly reasonText?: string | null };
export type KeptDealReason = { readonly reasonCode: DealReasonCode; readonly reasonText: string | null };

const textMin = 10;
const shape = z.object({
  reasonCode: z.enum(dealReasonCodes),
  reasonText: z
    .string()
    .trim()
    .max(500)
    .nullish()
    .transform(text => text || null),
});

/**
 * The reason of `verb` as it is kept. Refuses an unknown code, one that is no reason of the verb, and one that needs words
 * without at least ten characters of them.
 */
export function checkDealReason(verb: DealVerb, given: GivenDealReason): KeptDealReason {
  const kept = parseInput(shape, { reasonCode: given.reasonCode, reasonText: given.reasonText });
  const { label, verbs, needsText } = dealReasons[kept.reasonCode];
  if (!(verbs as readonly DealVerb[]).includes(verb))
    throw invalidInput('reasonCode', kept.reasonCode, 'reasonCode.ofVerb', {
      zh: `「${label.zh}」不是「${dealLifecycle.verbs[verb].label.zh}」的原因，请另选。`,
      en: `"${label.en}" is no reason to ${dealLifecycle.verbs[verb].label.en}: choose another.`,
    });
  if (needsText && (kept.reasonText ?? '').length < textMin)
    throw invalidInput('reasonText', given.reasonText ?? null, 'reasonText.needed', {
      zh: `选择「${label.zh}」时请具体说明（至少 ${textMin} 字），企业会看到。`,
      en: `With "${label.en}", explain in at least ${textMin} characters: the firm will read it.`,
    });
  return kept;
}
