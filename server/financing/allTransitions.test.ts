import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as arrivals from '../../tests/support/transitions/arrivals';
import { type Cells, cases, type FirstGround, firstGround } from '../../tests/support/transitions/cells';
import * as loans from '../../tests/support/transitions/loans';
import * as offers from '../../tests/support/transitions/offers';
import * as review from '../../tests/support/transitions/review';
import { openRewindableWorld, type RewindableWorld } from '../../tests/support/world';

/** How many transitions the specification of the financing workflow has. */
const transitionsInAll = 28;

/** Every transition by its number. One that lacks a case does not compile. */
const transitions: Readonly<Record<number, Cells>> = {
  1: arrivals.dispatching,
  2: arrivals.grabbing,
  3: arrivals.applying,
  4: arrivals.answeringInvitation,
  5: arrivals.answeringApplication,
  6: arrivals.releasing,
  7: review.dueDiligence,
  8: review.askingForCorrections,
  9: review.answeringCorrections,
  10: review.inPrinciple,
  11: offers.offering,
  12: offers.countering,
  13: offers.answeringCounter,
  14: offers.accepting,
  15: offers.lapsing,
  16: offers.askingForGuarantee,
  17: offers.guaranteeing,
  18: review.approving,
  19: review.contracting,
  20: loans.disbursing,
  21: loans.drawing,
  22: loans.fallingOverdue,
  23: loans.endingLoan,
  24: review.rejecting,
  25: review.withdrawing,
  26: review.cancelling,
  27: arrivals.passingOn,
  28: offers.amending,
};

let world: RewindableWorld;
/** Each case begins where nothing but the ground is there. */
let ground: FirstGround;
beforeAll(async () => {
  world = await openRewindableWorld();
  ground = await firstGround(world);
});
beforeEach(() => ground.begin());
afterAll(() => world.close());

it('has all of them', () => {
  const numbers = Array.from({ length: transitionsInAll }, (_, place) => place + 1);
  expect(Object.keys(transitions).map(Number)).toEqual(numbers);
  expect(new Set(Object.values(transitions)).size).toBe(transitionsInAll);
});

describe.each(Object.entries(transitions).map(([number, cells]) => ({ number, cells, title: cells.title })))(
  'transition $number, $title',
  ({ cells }) => {
    it.each(cases)('%s', async tried => {
      expect.hasAssertions();
      await cells[tried](ground);
    });
  },
);
