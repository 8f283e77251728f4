import { recordLprQuote } from '../../../server/products/lpr/recordLprQuote';
import { carryOut } from '../../../server/scheduledWork/carryOut';
import { taskNames } from '../../../server/scheduledWork/tasks';
import { systemActor } from '../../../server/shared/actor';
import { dayOf } from '../../../server/shared/dates';
import { expectThat } from './book';
import type { Stage } from './stage';

const dayMs = 86_400_000;
const platform = systemActor('scheduledWork');

/** How many days pass at once, and how often of a hundred. */
const spans = [
  { days: 1, percent: 40 },
  { days: 2, percent: 25 },
  { days: 4, percent: 20 },
  { days: 9, percent: 10 },
  { days: 33, percent: 5 },
] as const;

/**
 * Lets days pass and has the platform do what it does by itself on the day that is reached; done again the same day, it must find
 * nothing left. Answers what was done.
 */
export async function passTime(stage: Stage): Promise<string> {
  const { world, draw } = stage;
  const { days } = draw.byWeight(spans, ({ percent }) => percent);
  const before = dayOf(world.now());
  world.setNow(new Date(world.now().getTime() + days * dayMs));
  const today = dayOf(world.now());
  if (today.slice(0, 7) !== before.slice(0, 7)) await quoteOf(stage, `${today.slice(0, 7)}-01`);
  const done = await workOfTheDay(stage);
  if (draw.chance(15)) {
    const again = await workOfTheDay(stage);
    expectThat(again.length === 0, `done twice on ${today}: ${again.join(', ')}`);
  }
  return `${days} days pass until ${today}: ${done.join(', ') || 'nothing to do'}`;
}

async function workOfTheDay({ world }: Stage): Promise<string[]> {
  const done: string[] = [];
  for (const name of taskNames) {
    const moved = await carryOut[name](world.contextFor(platform));
    if (moved > 0) done.push(`${name} ${moved}`);
  }
  return done;
}

/** The loan prime rate of a new month, somewhere near three percent. */
async function quoteOf({ world, draw, cast }: Stage, publishedOn: string): Promise<void> {
  const rateBps = 280 + 5 * draw.below(9);
  await recordLprQuote(world.contextFor(cast.operator), { publishedOn, tenor: '1Y', rateBps, source: '贷款市场报价' });
}
