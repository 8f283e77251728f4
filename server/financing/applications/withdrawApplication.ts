import type { ActorContext } from '../../context';
import { lapseOpenOffer } from '../offers/moveOffer';
import { type ApplicationChange, loadFor, moveApplication } from './moveApplication';
import type { Application } from './tables';

/** The firm takes an application back at any time before the money is paid out, without having to say why. */
export const withdrawApplication = (context: ActorContext, { id, version }: ApplicationChange): Promise<Application> =>
  context.db.write(async tx => {
    const locked = await loadFor(tx, context, { id, version, verb: 'withdraw' });
    const withdrawn = await moveApplication(tx, context, locked, { verb: 'withdraw' });
    await lapseOpenOffer(tx, context, id);
    return withdrawn;
  });
