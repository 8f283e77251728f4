import type { ActorContext } from '../../context';
import { type ConsentRequestChange, endRequest } from './endRequest';
import type { ConsentRequest } from './tables';

/** The firm says no: nobody of that institution asks for the same purpose for 90 days. See `endRequest` for what is refused. */
export const refuseConsentRequest = (context: ActorContext, change: ConsentRequestChange): Promise<ConsentRequest> =>
  endRequest(context, 'refuseConsentRequest', change);
