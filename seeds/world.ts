import type { ActorContext } from '../server/context';
import type { Reader } from '../server/database/database';
import { organisations } from '../server/identity/tables';
import { seedEnterprises } from './enterprises/seedEnterprises';
import { seedIdentity } from './identity';
import { seedProducts } from './products';

/** Whether nobody has used this database yet: a platform that works has at least its operator. */
export const isEmptyWorld = async (read: Reader): Promise<boolean> =>
  (await read.select({ id: organisations.id }).from(organisations).limit(1)).length === 0;

/**
 * Fills an empty database with the demo: organisations and accounts, products on the shelf, firms with their records.
 * `say` is told each step as it is done. The same day and the same ids give the same world.
 */
export async function seedDemo(context: ActorContext, say: (line: string) => void): Promise<void> {
  await seedIdentity(context);
  say('organisations and accounts');
  await seedProducts(context);
  say('loan products');
  await seedEnterprises(context);
  say('firms with their records and consents');
}
