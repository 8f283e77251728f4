import type { ActorContext } from '../../context';
import { putWish } from './putWish';
import type { MatchAlertWish } from './queries';

/** Ends what `setMatchAlert` began; what is in the inbox stays there. */
export const endMatchAlert = (context: ActorContext): Promise<MatchAlertWish> =>
  putWish(context, 'endMatchAlert', { isOn: false, label: null, amountFenMin: null });
