import { requestConsent } from '../../../../server/enterprises/consentRequests/requestConsent';
import type { Firm } from '../../enterprises';
import { aTownRecord, membersOf, type TownRecord } from '../records';
import type { SignedInOrganisation, Townspeople } from '../town';

/** What each bank asks the firm that consented to it, and which firms an institution may ask. */
export async function recordsOfConsentRequests(people: Townspeople): Promise<TownRecord[]> {
  const { homes, firm, otherFirm, formerFirm, otherBank } = people;
  const bank = { organisation: homes.bank, actor: people.officer('bank').actor };
  const mayAsk = [
    { firm: otherFirm, by: [otherBank.organisation] },
    { firm: formerFirm, by: [homes.bank] },
    { firm, by: [homes.bank, homes.guarantor, homes.insurer] },
  ];
  return [
    ...mayAsk.map(({ firm: { id, organisation }, by }) =>
      aTownRecord({ kind: 'asked', name: `${organisation.name}, asked for a consent`, id, isOwn: membersOf(...by) }),
    ),
    await recordOfRequest(people, otherFirm, otherBank),
    await recordOfRequest(people, firm, bank),
  ];
}

async function recordOfRequest({ world }: Townspeople, firm: Firm, bank: SignedInOrganisation): Promise<TownRecord> {
  const reason = `评估续贷所需（${bank.organisation.name}问${firm.organisation.name}）`;
  const { id, version } = await requestConsent(world.contextFor(bank.actor), {
    enterpriseId: firm.id,
    purpose: 'postLoan',
    dataClasses: ['ELECTRICITY'],
    reason,
  });
  return aTownRecord({
    kind: 'consentRequest',
    name: `the request of ${bank.organisation.name} to ${firm.organisation.name}`,
    id,
    version,
    isOwn: membersOf(firm.organisation, bank.organisation),
    words: [reason],
  });
}
