import type { RequestContext } from '../../context';
import { demandsByIds } from './queries';

/** Demands for fields of records whose reader is known to be a party to them. */
export const loadDemands = ({ db, today }: RequestContext, ids: readonly string[]) => demandsByIds(db.read, ids, today);
