import type { ActorContext } from '../../context';
import { notAllowed } from '../../shared/refusals';

/** Four a second for a minute: more than typing asks, too few to find firms by asking for ever other rules. */
const questionsPerMinute = 240;
const minuteMs = 60_000;

type Minute = { readonly from: number; count: number };
const minutes = new Map<string, Minute>();

/** Counts a question of the actor's organisation; refuses the one that is too many in its minute. */
export function countQuestion({ actor, now }: Pick<ActorContext, 'actor' | 'now'>): void {
  const at = now.getTime();
  const known = minutes.get(actor.organisationId);
  const minute = known && at - known.from < minuteMs ? known : { from: at, count: 0 };
  minute.count += 1;
  minutes.set(actor.organisationId, minute);
  if (minute.count <= questionsPerMinute) return;
  const retryAfterSeconds = Math.ceil((minute.from + minuteMs - at) / 1_000);
  throw notAllowed(
    {
      zh: `测算过于频繁，请在 ${retryAfterSeconds} 秒后重试。`,
      en: `Too many counts were asked for: try again in ${retryAfterSeconds} seconds.`,
    },
    { rule: 'ruleReach.perMinute', retryAfterSeconds },
  );
}
