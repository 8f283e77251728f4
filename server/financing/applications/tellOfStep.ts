import { desc, eq, inArray, sql } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader, Tx } from '../../database/database';
import { prepared } from '../../database/prepared';
import { organisations } from '../../identity/tables';
import type { ApplicationStepKind } from '../../messages/kinds';
import type { ApplicationStep, OfferFigures } from '../../messages/kinds/applications';
import { send } from '../../messages/send';
import { type Silence, steps } from '../../messages/steps';
import { productVersions } from '../../products/tables';
import { asWritten, type Text } from '../../shared/text';
import { offers } from '../offers/tables';
import { operationOf } from './access';
import type { ApplicationVerb } from './lifecycle';
import { reasons } from './reasons';
import type { Application } from './tables';

/** How an application comes to be, by the names of the operations. */
const arrivals = { submit: 'submitApplication', grab: 'grabDemand', invite: 'inviteInstitution' } as const;

/** What a message says of a step beside the application as it is after it. */
export type StepNews = {
  readonly verb: ApplicationVerb | keyof typeof arrivals;
  /** The words that the other side reads. */
  readonly reason?: string | null;
  /** What is offered or asked for, where that is not yet the application's newest offer. */
  readonly figures?: OfferFigures;
  readonly loan?: ApplicationStep['loan'];
  /** Those who answer for the loan, where the step concerns them. */
  readonly guarantors?: readonly string[];
};

/**
 * Tells the parties of an application, and those who answer for the loan where they are named, of a step that they did not take
 * themselves, in the unit of work of the step.
 * Nobody else is told: a bank never learns of another's dealings.
 */
export async function tellOfStep(tx: Tx, context: ActorContext, application: Application, news: StepNews): Promise<void> {
  const { enterpriseId, institutionId } = application;
  const step: readonly ApplicationStepKind[] | Silence = steps[{ ...arrivals, ...operationOf }[news.verb]];
  if ('silent' in step) return;
  const told = await toldOf(tx, application, news);
  const occasion = `${application.id}/${application.version}`;
  const sides = [
    { recipientId: enterpriseId, to: 'firm' },
    { recipientId: institutionId, to: 'institution' },
    ...(news.guarantors ?? []).map(recipientId => ({ recipientId, to: 'guarantor' }) as const),
  ] as const;
  const letters = sides
    .filter(({ recipientId }) => recipientId !== context.actor.organisationId)
    .flatMap(({ recipientId, to }) => {
      const firm = to === 'institution' && application.revealedAt === null ? null : told.firm;
      return step.map(kind => ({ recipientId, kind, occasion, payload: { ...told, firm, to } }));
    });
  await send(tx, context, letters);
}

async function toldOf(tx: Tx, application: Application, news: StepNews): Promise<Omit<ApplicationStep, 'to'>> {
  const { id, enterpriseId, institutionId, productVersionId, amountFen, termMonths } = application;
  const [version] = await productName(tx, { productVersionId });
  const parties = await partyNames(tx, { enterpriseId, institutionId });
  const nameOf = (partyId: string) => parties.find(party => party.id === partyId)?.name ?? '';
  return {
    applicationId: id,
    firm: nameOf(enterpriseId),
    institution: nameOf(institutionId),
    product: version?.name ?? '',
    amountFen,
    termMonths,
    reason: reasonOf(application, news.reason ?? null),
    offer: news.figures ? figuresOf(news.figures) : await newestOffer(tx, application),
    loan: news.loan ?? null,
  };
}

const figuresOf = ({ amountFen, termMonths, rateBps, validUntil }: OfferFigures): OfferFigures => ({
  amountFen,
  termMonths,
  rateBps,
  validUntil,
});

async function newestOffer(tx: Tx, { id }: Application): Promise<OfferFigures | null> {
  const [offer] = await newestFigures(tx, { applicationId: id });
  return offer ?? null;
}

const productName = prepared((read: Reader) =>
  read
    .select({ name: productVersions.name })
    .from(productVersions)
    .where(eq(productVersions.id, sql.placeholder('productVersionId'))),
);

const partyNames = prepared((read: Reader) =>
  read
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, [sql.placeholder('enterpriseId'), sql.placeholder('institutionId')])),
);

const newestFigures = prepared((read: Reader) =>
  read
    .select({
      amountFen: offers.amountFen,
      termMonths: offers.termMonths,
      rateBps: offers.rateBps,
      validUntil: offers.validUntil,
    })
    .from(offers)
    .where(eq(offers.applicationId, sql.placeholder('applicationId')))
    .orderBy(desc(offers.number))
    .limit(1),
);

/** The reason by its code in both languages, and what was written beside it as it was written. */
function reasonOf({ reasonCode }: Application, written: string | null): Text | null {
  const coded = reasonCode === null ? null : reasons[reasonCode].label;
  if (coded === null) return asWritten(written);
  return written === null ? coded : { zh: `${coded.zh}。${written}`, en: `${coded.en}. ${written}` };
}
