import { and, eq, inArray } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import { organisations } from '../../identity/tables';
import { type Facts, factOf } from '../../matching/facts';
import type { MatchableProduct } from '../../matching/match';
import { rank } from '../../matching/rank';
import { factsOfFirm } from '../../matchmaking/factsOfFirm';
import { type ProductsInForce, productsInForce } from '../../matchmaking/productsInForce';
import type { OfferedLoan } from '../../products/queries';
import { products, productVersions } from '../../products/tables';
import { systemActor } from '../../shared/actor';
import { type Asked, requestedOf } from '../applications/requestAsked';
import type { FinancingDemand } from '../demands/tables';
import { type Speed, standingsFor } from '../matches/ranking/standings';

/** A product in force that a demand fits, and whose it is. */
export type Fit = {
  readonly productId: string;
  readonly product: MatchableProduct;
  readonly name: string;
  readonly institution: { readonly id: string; readonly name: string };
  readonly verdict: 'eligible' | 'possible';
};

/** A demand as it can be judged: its firm's facts, read for the platform under the firm's consent to matching. */
export type JudgedDemand = { readonly facts: Facts; readonly asked: Asked; readonly fits: readonly Fit[] };

/** A fit with what its bank asks and promises, and how soon it answers. */
export type RankedFit = Fit & {
  readonly loan: Pick<OfferedLoan, 'rateBpsMin' | 'rateBpsMax' | 'promisedDays'> | null;
  readonly speed: Speed | null;
};

type Holder = Pick<Fit, 'name' | 'institution'>;

/** Everything in force that a demand may go to, read once for many demands. */
export type Shelf = { readonly inForce: ProductsInForce; readonly holders: ReadonlyMap<string, Holder> };

export async function readShelf(context: ActorContext): Promise<Shelf> {
  const inForce = await productsInForce(context, context.today);
  const rows = await context.db.read
    .select({ id: products.id, name: productVersions.name, institution: { id: organisations.id, name: organisations.name } })
    .from(products)
    .innerJoin(productVersions, eq(productVersions.id, products.currentVersionId))
    .innerJoin(organisations, eq(organisations.id, products.institutionId))
    .where(
      and(
        inArray(
          products.id,
          inForce.catalogue.products.map(({ id }) => id),
        ),
        eq(organisations.kind, 'bank'),
        eq(organisations.status, 'active'),
      ),
    );
  return { inForce, holders: new Map(rows.map(({ id, ...holder }) => [id, holder])) };
}

/**
 * The products of banks that a demand fits for what is open of its sum: those whose every condition is met or cannot be told from what
 * the firm lets the platform match. By product id; `rankedFits` puts them in the order of matching.
 */
export async function judgeDemand(
  context: ActorContext,
  { inForce, holders }: Shelf,
  demand: FinancingDemand,
  restFen: number,
): Promise<JudgedDemand> {
  const asked: Asked = { amountFen: restFen, termMonths: demand.termMonths, securities: demand.securities };
  const { facts, coordinates } = await factsOfFirm(asPlatform(context), demand.enterpriseId, context.today);
  const fits = inForce.catalogue.judge(coordinates, requestedOf(demand, asked)).flatMap(({ product, verdict }) => {
    const holder = holders.get(product.id);
    return verdict === 'notEligible' || !holder ? [] : [{ ...holder, productId: product.id, product, verdict }];
  });
  return { facts, asked, fits };
}

/** The fits in the order in which the firm would be shown them: by verdict, then by cost, chance, speed and amount. */
export async function rankedFits(
  context: ActorContext,
  { inForce }: Shelf,
  demand: FinancingDemand,
  { asked, fits }: JudgedDemand,
): Promise<readonly RankedFit[]> {
  const standings = await standingsFor(context, inForce.loans, {
    amountFen: asked.amountFen,
    termMonths: asked.termMonths,
    repaymentMethods: demand.repaymentMethods,
  });
  const candidates = fits.map(fit => ({ ...fit, unmet: 0, isOneMoveAway: false }));
  const loans = new Map(inForce.loans.map(loan => [loan.productId, loan]));
  return rank(candidates, standings, { requestedFen: asked.amountFen, by: 'best' }).map(({ candidate }) => ({
    ...candidate,
    loan: loans.get(candidate.productId) ?? null,
    speed: standings.get(candidate.productId)?.speed ?? null,
  }));
}

/** The size class by the firm's facts; null where it is not known. */
export function sizeClassIn(facts: Facts): string | null {
  const fact = factOf(facts, 'sizeClass');
  return fact.known ? String(fact.value) : null;
}

/** The facts of a firm are the platform's to read, whoever asks for what follows from them. */
const asPlatform = (context: ActorContext): ActorContext => ({ ...context, actor: systemActor('market') });
