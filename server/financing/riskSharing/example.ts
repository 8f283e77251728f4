import { type Fen, fenPerWan } from '../../shared/money';
import type { PartyRole } from './shares';
import type { SchemeParty, SchemeTerms } from './tables';
import { waterfallOf } from './waterfall';

/** What one pays of the example; the role of the first-loss pool is null. */
export type ExamplePart = { readonly role: PartyRole | null; readonly name: string; readonly paidFen: Fen };

const lossFen = 100 * fenPerWan;

/** Who pays what of a loss of 1,000,000 yuan, were there enough money in every pool. */
export function exampleOf(
  terms: Pick<SchemeTerms, 'firstLossRateBps' | 'firstLossCapFen'>,
  parties: readonly Pick<SchemeParty, 'role' | 'name' | 'shareBps'>[],
  firstLossName: string,
): ExamplePart[] {
  const { firstLossRateBps: rateBps, firstLossCapFen: capFen } = terms;
  const bearers = parties.map(({ shareBps }) => ({ shareBps, balanceFen: null }));
  const { firstLossFen, parts } = waterfallOf(
    lossFen,
    bearers,
    rateBps === null ? null : { rateBps, capFen, balanceFen: lossFen },
  );
  return [
    ...(rateBps === null ? [] : [{ role: null, name: firstLossName, paidFen: firstLossFen }]),
    ...parties.map(({ role, name }, place) => ({ role, name, paidFen: parts[place]?.owedFen ?? 0 })),
  ];
}
