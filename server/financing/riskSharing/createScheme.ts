import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { invalidInput, notAllowed } from '../../shared/refusals';
import { mayCreateScheme } from './access';
import { type ReadScheme, readScheme, type SchemeInput } from './readScheme';
import { type RiskSharingScheme, riskSharingSchemes, schemeParties, schemeTerms } from './tables';

/**
 * Makes a risk-sharing scheme with the first version of its terms: the operator any, a guarantor one in which it guarantees itself.
 * Refuses whoever may not, and what `readScheme` refuses.
 */
export async function createScheme(context: ActorContext, input: SchemeInput): Promise<RiskSharingScheme> {
  const { actor, now, newId } = context;
  if (!mayCreateScheme(actor)) throw notOwner();
  return context.db.write(async tx => {
    const id = newId();
    const read = await readScheme(tx, context, { schemeId: id, number: 1, input });
    checkOwnPart(context, read);
    const scheme: RiskSharingScheme = {
      id,
      name: read.name,
      ownerId: actor.organisationId,
      state: 'open',
      currentTermsId: read.terms.id,
      createdAt: now,
      version: 1,
    };
    await tx.insert(riskSharingSchemes).values(scheme);
    await keepTerms(tx, read);
    await record(tx, context, { verb: 'createScheme', subject: { kind: 'scheme', id }, details: detailsOf(read) });
    return scheme;
  });
}

export async function keepTerms(tx: Tx, { terms, parties }: ReadScheme): Promise<void> {
  await tx.insert(schemeTerms).values(terms);
  await tx.insert(schemeParties).values([...parties]);
}

/** What the audit chain keeps of a version: who bears what, and the hash of everything. */
export const detailsOf = ({ name, terms, parties }: ReadScheme): Record<string, unknown> => ({
  name,
  number: terms.number,
  termsHash: terms.termsHash,
  shares: parties.map(({ role, shareBps, organisationId }) => ({ role, shareBps, organisationId })),
});

/** A guarantor's own scheme is one in which it guarantees. */
export function checkOwnPart({ actor }: ActorContext, { parties }: ReadScheme): void {
  if (actor.organisationKind === 'operator') return;
  if (parties.some(({ role, organisationId }) => role === 'guarantor' && organisationId === actor.organisationId)) return;
  throw invalidInput('parties', null, 'party.own', {
    zh: '担保机构建立的方案应由本机构担任担保方。',
    en: 'In a scheme of its own, a guarantor is the one who guarantees.',
  });
}

export const notOwner = () =>
  notAllowed(
    {
      zh: '风险分担方案由平台运营方或担保机构建立和修订。',
      en: 'Schemes are made and revised by the operator or by their guarantor.',
    },
    { rule: 'scheme.owner' },
  );
