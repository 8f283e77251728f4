import type { ActorContext } from '../server/context';
import type { Reader } from '../server/database/database';
import { organisations } from '../server/identity/tables';
import { addDays, type CalendarDate, dayOf } from '../server/shared/dates';
import { seedAfterTheLoan } from './city/afterTheLoan';
import { seedEndedAuction } from './city/auction';
import { type FirmSketch, sketchOf } from './city/borrowers';
import { type PlannedCase, planCases } from './city/cases';
import { type CityFigures, figuresFor, publishedFigures } from './city/figures';
import { seedGuarantees } from './city/guarantees';
import { seedInstitutions } from './city/institutions';
import { seedInsurance } from './city/insurance';
import { planLoans } from './city/loanPlan';
import { seedMarket } from './city/market';
import { seedOpenCases } from './city/openCases';
import { seedPolicies } from './city/policies';
import { seedReports } from './city/reports';
import { seedDeals } from './city/seedDeals';
import { seedVerdictReviews } from './city/verdictReviews';
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

/** Months of what is reported by month: what most rules look back over. The firms of the demo accounts have more. */
const monthsOfRecords = 12;

type DemoOptions = {
  readonly size?: DemoSize;
  /** Months of what is reported by month, where fewer will do. */
  readonly months?: number;
};

/** Told what has been done, in words for the person who waits. */
export type Say = (line: string) => void;

/**
 * Fills an empty database with the demo: institutions and accounts, products on the shelf, firms with their records, and
 * the deals between them. The same day and the same ids give the same world.
 */
export async function seedDemo(
  context: ActorContext,
  say: Say,
  { size = 'city', months = monthsOfRecords }: DemoOptions = {},
): Promise<void> {
  await seedIdentity(context);
  if (size === 'city') await seedInstitutions(opensOf(context), await demoPasswordHash(context.db.read));
  say('institutions and accounts');
  await seedCity(context, say, { figures: size === 'city' ? publishedFigures : figuresFor(smallFirms), months });
}

/** Fills an empty database with the demo of `firms` firms and cases in proportion, for benchmarks. */
export async function seedLarge(context: ActorContext, say: Say, firms: number): Promise<void> {
  await seedIdentity(context);
  await seedInstitutions(opensOf(context), await demoPasswordHash(context.db.read));
  say('institutions and accounts');
  await seedCity(context, say, { figures: figuresFor(firms), months: monthsOfRecords });
}

async function seedCity(
  context: ActorContext,
  say: Say,
  { figures, months }: { readonly figures: CityFigures; readonly months: number },
): Promise<void> {
  const { today } = context;
  await seedProducts(context, figures);
  say(`${figures.products} loan products`);
  const firms = Array.from({ length: figures.firms }, (_, index) => sketchOf(seed, index, today));
  const workdays = new Workdays(today);
  const own = firms.slice(demoFirms.length);
  const loans = planLoans({ figures, firms: own, workdays, today, random: new Random(seed + 1) });
  const cases = planCases({ loans, firms: own, workdays, today, random: new Random(seed + 2) });
  const plan = { firms: figures.firms, seed, months, ...beginningsOf(cases, firms, today) };
  const seeded = await seedEnterprises(context, {
    ...plan,
    onProgress: done => {
      if (done % firmsPerLine === 0 || done === figures.firms)
        say(`${done} of ${figures.firms} firms with their records and consents`);
    },
  });
  await seedDeals(context, {
    cases,
    firms,
    seeded,
    plan,
    seed: seed + 6,
    onProgress: done => {
      if (done % casesPerLine === 0 || done === cases.length)
        say(`${done} of ${cases.length} applications with what came of them`);
    },
  });
  await seedInsurance(context, { figures, firms: seeded, seed: seed + 4 });
  say(`${figures.insuranceProducts} insurance products and their contracts`);
  await seedReports(context, seed + 5);
  say('monthly reports of the institutions');
  await seedGuarantees(context);
  await seedEndedAuction(context);
  await seedOpenCases(context);
  await seedMarket(context);
  await seedPolicies(context);
  await seedVerdictReviews(context);
  await seedAfterTheLoan(context);
  say('risk-sharing schemes and what waits in the inboxes of the demo accounts');
}

/** Firms and applications written between two lines of progress. */
const firmsPerLine = 1_000;
const casesPerLine = 5_000;

/** What the cases say of the firms' beginnings: they register before they ask for the first time, borrowers have reported. */
function beginningsOf(cases: readonly PlannedCase[], firms: readonly FirmSketch[], today: CalendarDate) {
  const firstAsked = new Map<number, CalendarDate>();
  const borrowers = new Set<number>();
  for (const { firm, openedAt, disbursedOn } of cases) {
    const asked = dayOf(openedAt);
    if (asked < (firstAsked.get(firm) ?? today)) firstAsked.set(firm, asked);
    if (disbursedOn !== null) borrowers.add(firm);
  }
  return {
    isReported: (index: number) => borrowers.has(index),
    joinedOn(index: number): CalendarDate {
      const random = Random.of(seed + 3, index);
      const asked = firstAsked.get(index);
      if (asked !== undefined) return Workdays.before(asked, random.whole(1, 15));
      const from = firms[index]?.bankableFrom ?? today;
      const span = Math.max(1, (Date.parse(today) - Math.max(Date.parse(from), Date.parse(cityBegins))) / 86_400_000);
      return addDays(today, -random.whole(1, Math.floor(span)));
    },
  };
}
