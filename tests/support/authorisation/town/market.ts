import { aDemand } from '../../deals';
import { aConsent, aFirm } from '../../enterprises';
import { aMarketDemand } from '../../market';
import { anyOf, aTownRecord, every, membersOf, type TownRecord } from '../records';
import type { Townspeople } from '../town';

/**
 * A firm of which nobody has heard, and what it has put on the market: a demand that banks may take, one that the operator and
 * departments bring to them, and one that it takes to banks itself, which is neither. Its name is for those alone who dispatch.
 */
export async function recordsOfMarket({ world, homes }: Townspeople): Promise<TownRecord[]> {
  const firm = await aFirm(world, { name: '中江无名食品厂' });
  await aConsent(world, firm, homes.operator, { purpose: 'matching' });
  const own = await aDemand(world, firm);
  const open = await aMarketDemand(world, firm, { note: '中江无名食品厂要备货' });
  const given = await aMarketDemand(world, firm, { route: 'dispatch' });
  const isFirms = membersOf(firm.organisation);
  const isDispatchers = anyOf(every('operator'), every('department'));
  return [
    aTownRecord({
      kind: 'enterprise',
      name: 'the nameless firm',
      id: firm.id,
      words: [firm.organisation.name],
      isOwn: isFirms,
      isKnown: anyOf(isFirms, every('operator')),
      isNamed: isDispatchers,
    }),
    aTownRecord({ kind: 'marketDemand', name: 'a direct demand', id: own.id, isNamed: isFirms }),
    aTownRecord({ kind: 'dispatchDemand', name: 'a direct demand', id: own.id, isNamed: isFirms }),
    aTownRecord({ kind: 'demand', name: 'a direct demand', id: own.id, isOwn: isFirms }),
    aTownRecord({ kind: 'marketDemand', name: 'an open demand', id: open.id, isOwn: every('bank'), isNamed: isFirms }),
    aTownRecord({ kind: 'demand', name: 'an open demand', id: open.id, isOwn: isFirms, isNamed: every('bank') }),
    aTownRecord({ kind: 'dispatchDemand', name: 'a demand to pass on', id: given.id, isOwn: isDispatchers, isNamed: isFirms }),
    aTownRecord({ kind: 'demand', name: 'a demand to pass on', id: given.id, isOwn: isFirms, isNamed: isDispatchers }),
  ];
}
