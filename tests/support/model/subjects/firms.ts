import { and, eq } from 'drizzle-orm';
import { verbsOnConsent } from '../../../../server/enterprises/consents/access';
import { grantConsent } from '../../../../server/enterprises/consents/grantConsent';
import { revokeConsent } from '../../../../server/enterprises/consents/revokeConsent';
import { consents } from '../../../../server/enterprises/consents/tables';
import { consentTerms } from '../../../../server/enterprises/consents/terms';
import { openDemand } from '../../../../server/financing/demands/openDemand';
import { firmsThatMatch } from '../../../../server/financing/market/consent';
import { recordedDataClassCodes } from '../../../../server/shared/dataClassCodes';
import { addDays, addMonths, dayOf } from '../../../../server/shared/dates';
import { aKey, demandInput } from '../../deals';
import { at, type Stage, type Subject } from '../stage';

/** A firm and what it asks for. */
export async function firmSubject({ world, draw, cast }: Stage, id: string): Promise<Subject | null> {
  const today = dayOf(world.now());
  const firm = cast.firms.find(each => each.id === id);
  if (!firm) return null;
  const matched = async () => (await firmsThatMatch(world.db.read, [id], today)).has(id);
  return {
    label: `firm ${id.slice(-4)}`,
    concerns: actor => actor.organisationKind !== 'enterprise' || actor.organisationId === id,
    offeredTo: actor => (actor.organisationId === id && actor.role !== 'auditor' ? ['openDemand', 'grantConsent'] : []),
    verbs: {
      openDemand: async () => {
        const route = draw.oneOf(['direct', 'direct', 'grab', 'dispatch', 'auction'] as const);
        const days = 3 + draw.below(20);
        const input = demandInput({
          amountFen: 100_000_000 * (1 + draw.below(3)),
          termMonths: draw.oneOf([6, 12]),
          route,
          lendersMax: 1 + draw.below(4),
          allowsSecondLook: draw.chance(60),
          ...(route === 'direct' ? {} : { validUntil: addDays(today, days) }),
          ...(route === 'auction' ? { offersUntil: addDays(today, 1 + draw.below(Math.min(days, 8))) } : {}),
        });
        const idempotencyKey = aKey();
        return {
          run: context => openDemand(context, { input, idempotencyKey }),
          hindrance: route === 'direct' || (await matched()) ? null : 'consent.missing',
        };
      },
      grantConsent: async () => {
        const bank = draw.oneOf(cast.banks).organisation;
        const [purpose, recipient] = (await matched())
          ? ([draw.chance(70) ? 'creditAssessment' : 'postLoan', bank] as const)
          : (['matching', cast.operatorOrganisation] as const);
        const input = {
          recipientId: recipient.id,
          purpose,
          dataClasses: recordedDataClassCodes,
          validTo: addMonths(today, draw.oneOf([1, 6, 12])),
          textHash: consentTerms(purpose, recipient).hash,
        };
        return { run: context => grantConsent(context, input) };
      },
    },
  };
}

/** One of the consents that a firm has given and not taken back. */
export async function consentSubject({ world, draw }: Stage, enterpriseId: string): Promise<Subject | null> {
  const given = await world.db.read
    .select()
    .from(consents)
    .where(and(eq(consents.enterpriseId, enterpriseId), eq(consents.status, 'active')))
    .orderBy(consents.id);
  const consent = given[draw.below(given.length)];
  if (!consent) return null;
  return {
    label: `consent ${consent.id.slice(-4)} for ${consent.purpose}`,
    offeredTo: actor => verbsOnConsent(actor, consent, dayOf(world.now())),
    verbs: { revokeConsent: () => ({ run: context => revokeConsent(context, at(consent)) }) },
  };
}
