import { requestReview } from '../../../../server/financing/verdictReviews/requestReview';
import { aLoanProduct } from '../../deals';
import type { Firm } from '../../enterprises';
import { aTownRecord, membersOf, type TownRecord } from '../records';
import type { SignedInOrganisation, Townspeople } from '../town';

/** A review that this firm asks this bank for, and one between the other firm and the other bank. */
export async function recordsOfVerdictReviews(people: Townspeople): Promise<TownRecord[]> {
  const bank = { organisation: people.homes.bank, actor: people.officer('bank').actor };
  return [await recordOf(people, people.otherFirm, people.otherBank), await recordOf(people, people.firm, bank)];
}

async function recordOf({ world }: Townspeople, firm: Firm, bank: SignedInOrganisation): Promise<TownRecord> {
  const product = await aLoanProduct(world, bank.actor, { name: `${bank.organisation.name}复核贷`, amountFenMax: 100_000_000 });
  const statement = `请人工看一看（${firm.organisation.name}）`;
  const { id, version } = await requestReview(world.contextFor(firm.actor), {
    productId: product.id,
    request: { amountFen: 200_000_000 },
    statement,
  });
  return aTownRecord({
    kind: 'verdictReview',
    name: `the review of ${firm.organisation.name}`,
    id,
    version,
    isOwn: membersOf(firm.organisation, bank.organisation),
    words: [statement],
  });
}
