import type { ActorContext } from '../server/context';
import type { Reader } from '../server/database/database';
import { organisations } from '../server/identity/tables';
import type { CalendarDate } from '../server/shared/dates';
import { sketchOf } from './city/borrowers';
import { type CityFigures, figuresFor, publishedFigures } from './city/figures';
import { seedInstitutions } from './city/institutions';
import { seedInsurance } from './city/insurance';
import { planLoans } from './city/loanPlan';
import { seedReports } from './city/reports';
import { cityBegins, Workdays } from './city/workdays';
import { demoFirms } from './enterprises/demoFirms';
import { seedEnterprises } from './enterprises/seedEnterprises';
import { demoPasswordHash, opensOf, seedIdentity } from './identity';
import { seedProducts } from './products';
import { Random } from './random';

/** Whether nobody has used this database yet: a platform that works has at least its operator. */
export const isEmptyWorld = async (read: Reader): Promise<boolean> =>
  (await read.select({ id: organisations.id }).from(organisations).limit(1)).length === 0;

/** `city`: Deyang by its published figures. `small`: sixty firms and the demo accounts, for tests that need a few of each. */
export type DemoSize = 'city' | 'small';

const seed = 20_261_123;
const smallFirms = 60;

/** Months of what is reported by month: a year and the month before it. The firms of the demo accounts have more. */
const monthsOfRecords = 13;

/** Told what has been done, in words for the person who waits. */
export type Say = (line: string) => void;

/**
 * Fills an empty database with the demo: institutions and accounts, products on the shelf, firms with their records, and
 * the deals between them. The same day and the same ids give the same world.
 */
export async function seedDemo(context: ActorContext, say: Say, { size = 'city' }: { size?: DemoSize } = {}): Promise<void> {
  await seedIdentity(context);
  if (size === 'city') await seedInstitutions(opensOf(context), await demoPasswordHash(context.db.read));
  say('institutions and accounts');
  await seedCity(context, say, size === 'city' ? publishedFigures : figuresFor(smallFirms));
}

/** Fills an empty database with the demo of `firms` firms and cases in proportion, for benchmarks. */
export async function seedLarge(context: ActorContext, say: Say, firms: number): Promise<void> {
  await seedIdentity(context);
  await seedInstitutions(opensOf(context), await demoPasswordHash(context.db.read));
  say('institutions and accounts');
  await seedCity(context, say, figuresFor(firms));
}

async function seedCity(context: ActorContext, say: Say, figures: CityFigures): Promise<void> {
  await seedProducts(context, figures);
  say(`${figures.products} loan products`);
}
