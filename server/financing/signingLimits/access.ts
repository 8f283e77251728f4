import type { Actor } from '../../shared/actor';
import type { Fen } from '../../shared/money';

/** Whether a sum is within a limit; null: there is none. */
export const isWithin = (amountFen: Fen, limitFen: Fen | null): boolean => limitFen === null || amountFen <= limitFen;

/** A firm's administrators stand for its legal representative: they bind it by any sum, and say up to which its officers do. */
export const maySetLimits = (actor: Actor): boolean => actor.organisationKind === 'enterprise' && actor.role === 'administrator';
