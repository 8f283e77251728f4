import type { Reader } from '../../database/database';
import { rowsBy } from '../../database/rows';
import { type Contract, contracts } from './tables';

/** The contract of each application, in the order asked for; null where there is none. The caller has made sure of who may see it. */
export async function contractsOf(read: Reader, applicationIds: readonly string[]): Promise<(Contract | null)[]> {
  const found = await contractsById(read, applicationIds);
  const byId = new Map(found.map(contract => [contract.id, contract]));
  return applicationIds.map(id => byId.get(id) ?? null);
}

const contractsById = rowsBy(contracts, contracts.id);
