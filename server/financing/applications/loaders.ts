import type { RequestContext } from '../../context';
import { applicationsByIds } from './queries';

/** Applications for fields of records whose reader is known to be a party to them. */
export const loadApplications = ({ db }: RequestContext, ids: readonly string[]) => applicationsByIds(db.read, ids);
