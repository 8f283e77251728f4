import type { ActorContext } from '../../context';
import { type ConsentRequestChange, endRequest } from './endRequest';
import type { ConsentRequest } from './tables';

/** The institution takes its request back, and may ask again at once. See `endRequest` for what is refused. */
export const withdrawConsentRequest = (context: ActorContext, change: ConsentRequestChange): Promise<ConsentRequest> =>
  endRequest(context, 'withdrawConsentRequest', change);
