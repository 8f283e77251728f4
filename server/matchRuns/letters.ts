import { eq, inArray } from 'drizzle-orm';
import type { Reader } from '../database/database';
import { organisations } from '../identity/tables';
import type { NamedProduct } from '../messages/kinds/matches';
import type { Letter } from '../messages/send';
import { products, productVersions } from '../products/tables';
import type { MatchAlertWish, NumberedWish } from './alerts/queries';
import { has } from './bits';
import type { ProductMovement } from './movement';

/** Products that a message names; the page of matches shows all. */
const namedMax = 20;

/** What a wish can be about, and how a message names it. */
export type ToldProduct = NamedProduct & { readonly labels: readonly string[]; readonly amountFenMax: number | null };

/** One letter to each firm for which, among the products it wants to hear of, something entered or left; none to the others. */
export function* lettersOf(
  runId: string,
  movements: readonly ProductMovement[],
  wishes: readonly NumberedWish[],
  told: ReadonlyMap<string, ToldProduct>,
): Generator<Letter> {
  const named = movements.flatMap(movement => {
    const product = told.get(movement.versionId);
    return product ? [{ ...movement, product }] : [];
  });
  for (const wish of wishes) {
    const wanted = named.filter(({ product }) => isWanted(wish, product));
    const entered = wanted.filter(movement => has(movement.entered, wish.number)).map(({ product }) => nameOf(product));
    const left = wanted.filter(movement => has(movement.left, wish.number)).map(({ product }) => nameOf(product));
    if (entered.length + left.length === 0) continue;
    yield {
      recipientId: wish.enterpriseId,
      kind: 'matchesChanged',
      occasion: runId,
      payload: {
        runId,
        entered: entered.slice(0, namedMax),
        enteredCount: entered.length,
        left: left.slice(0, namedMax),
        leftCount: left.length,
      },
    };
  }
}

const isWanted = ({ label, amountFenMin }: MatchAlertWish, product: ToldProduct): boolean =>
  (label === null || product.labels.includes(label)) &&
  (amountFenMin === null || product.amountFenMax === null || product.amountFenMax >= amountFenMin);

const nameOf = ({ id, name, institution }: ToldProduct): NamedProduct => ({ id, name, institution });

/** The products of `versionIds` as a message names them, by version. */
export async function toldProducts(read: Reader, versionIds: readonly string[]): Promise<Map<string, ToldProduct>> {
  const rows = await read
    .select({
      versionId: productVersions.id,
      id: products.id,
      name: productVersions.name,
      institution: organisations.name,
      labels: productVersions.labels,
      amountFenMax: productVersions.amountFenMax,
    })
    .from(productVersions)
    .innerJoin(products, eq(products.id, productVersions.productId))
    .innerJoin(organisations, eq(organisations.id, products.institutionId))
    .where(inArray(productVersions.id, [...versionIds]));
  return new Map(rows.map(({ versionId, ...product }) => [versionId, product]));
}
