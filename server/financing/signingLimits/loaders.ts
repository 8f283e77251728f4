import type { RequestContext } from '../../context';
import type { Actor } from '../../shared/actor';
import type { Fen } from '../../shared/money';
import { signingLimitOf } from './queries';

/** What each actor, of a request the one who asks, may bind its firm by; a bank's people have no such limit. */
export const loadSigningLimits = ({ db }: RequestContext, actors: readonly Actor[]): Promise<(Fen | null)[]> =>
  Promise.all(actors.map(actor => (actor.organisationKind === 'enterprise' ? signingLimitOf(db.read, actor) : null)));
