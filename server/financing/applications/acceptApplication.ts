import type { ActorContext } from '../../context';
import { type ApplicationChange, changeApplication } from './moveApplication';
import type { Application } from './tables';

/** The bank takes an application up. */
export const acceptApplication = (context: ActorContext, change: ApplicationChange): Promise<Application> =>
  changeApplication(context, change, { verb: 'accept' });
