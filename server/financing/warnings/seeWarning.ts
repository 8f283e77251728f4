import type { ActorContext } from '../../context';
import { moveWarning, type WarningChange } from './moveWarning';
import type { EarlyWarning } from './tables';

/** The bank begins to look into a warning. See `moveWarning` for what is refused. */
export const seeWarning = (context: ActorContext, change: WarningChange): Promise<EarlyWarning> =>
  moveWarning(context, change, 'see');
