import type { Tx } from '../../database/database';
import { lockById } from '../../database/rows';
import { type Organisation, organisations } from '../tables';

/** Reads an organisation and keeps others from changing it or its users meanwhile. */
export const lockOrganisation = async (tx: Tx, id: string): Promise<Organisation | null> =>
  (await lockById(tx, organisations, id)) ?? null;
