import { revokeConsent } from '../../../../server/enterprises/consents/revokeConsent';
import type { Consent } from '../../../../server/enterprises/consents/tables';
import type { Organisation } from '../../../../server/identity/tables';
import { aConsent, type Firm } from '../../enterprises';
import { aTownRecord, membersOf, type TownRecord } from '../records';
import type { Townspeople } from '../town';

/** The firm consents to all who may ask it, the other one to the other bank, and the former one has taken its consent back. */
export async function recordsOfConsents(people: Townspeople): Promise<TownRecord[]> {
  const { world, homes, firm, otherFirm, formerFirm, otherBank } = people;
  const between = (from: Firm, to: Organisation, { id, version }: Consent): TownRecord =>
    aTownRecord({
      kind: 'consent',
      name: `the consent of ${from.organisation.name} to ${to.name}`,
      id,
      version,
      isOwn: membersOf(from.organisation),
      isKnown: membersOf(from.organisation, to),
    });
  const records = [between(otherFirm, otherBank.organisation, await aConsent(world, otherFirm, otherBank.organisation))];
  for (const home of [homes.bank, homes.guarantor, homes.insurer])
    records.push(between(firm, home, await aConsent(world, firm, home)));
  records.push(between(firm, homes.operator, await aConsent(world, firm, homes.operator, { purpose: 'matching' })));
  const { id, version } = await aConsent(world, formerFirm, homes.bank);
  const revoked = await revokeConsent(world.contextFor(formerFirm.actor), { id, version });
  return [...records, between(formerFirm, homes.bank, revoked)];
}
