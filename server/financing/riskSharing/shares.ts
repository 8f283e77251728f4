import { bpsPerUnit, formatPercent } from '../../shared/rate';
import { invalidInput } from '../../shared/refusals';

/** The parts that the parties of a scheme play; the six of 政企银交担保 among them. */
export const partyRoles = ['government', 'enterprise', 'bank', 'exchange', 'guarantor', 'reguarantor', 'insurer'] as const;
export type PartyRole = (typeof partyRoles)[number];

/**
 * Who agrees to each loan before it is guaranteed, and pays when it is lost: the guarantors and insurers of a scheme; in one without
 * either, the government that shares the loss with the bank.
 */
export function decidersOf<Party extends { readonly role: PartyRole; readonly organisationId: string | null }>(
  parties: readonly Party[],
): (Party & { readonly organisationId: string })[] {
  const known = parties.filter((party): party is Party & { organisationId: string } => party.organisationId !== null);
  const guaranteeing = known.filter(({ role }) => role === 'guarantor' || role === 'insurer');
  return guaranteeing.length > 0 ? guaranteeing : known.filter(({ role }) => role === 'government');
}

export type Share = { readonly role: PartyRole; readonly shareBps: number };

/**
 * Refuses shares of a loss, in basis points, that do not add up to 10,000 (the refusal names the sum), that leave the bank out, or
 * that leave nobody beside the bank to bear anything.
 */
export function checkShares(shares: readonly Share[]): void {
  const sum = shares.reduce((total, { shareBps }) => total + shareBps, 0);
  if (sum !== bpsPerUnit)
    throw invalidInput('parties', sum, 'shares.sum', {
      zh: `各方分担比例合计应为 100%，现为 ${formatPercent(sum)}（${sum} 个基点），请调整。`,
      en: `The shares must add up to 100 %: they come to ${formatPercent(sum)} (${sum} basis points). Adjust them.`,
    });
  if (shares.filter(({ role }) => role === 'bank').length !== 1)
    throw invalidInput('parties', null, 'shares.bank', {
      zh: '方案中应有且只有一方是贷款银行（分担比例可以为 0）。',
      en: 'Exactly one party of a scheme is the lending bank, be its share nothing.',
    });
  if (!shares.some(({ role, shareBps }) => role !== 'bank' && shareBps > 0))
    throw invalidInput('parties', null, 'shares.nobodyElse', {
      zh: '除银行外至少应有一方分担损失。',
      en: 'Somebody beside the bank must bear a part of the loss.',
    });
}
