import { expect } from 'vitest';
import type { ActorContext } from '../../../server/context';
import type { ApplicationParty } from '../../../server/financing/applications/access';
import type { ApplicationState } from '../../../server/financing/applications/lifecycle';
import { historiesOf } from '../../../server/financing/applications/queries';
import type { Actor } from '../../../server/shared/actor';
import type { RefusalCode } from '../../../server/shared/refusals';
import { remembered } from '../../../server/shared/remembered';
import { aDemand, aLoanProduct, applicationNow, type Sides } from '../deals';
import { aFirm } from '../enterprises';
import { anActor } from '../identity';
import type { RewindableWorld, World } from '../world';

/** What every transition is tried for. */
export const cases = ['success', 'wrong person', 'wrong state', 'bad input', 'repeat'] as const;
export type Case = (typeof cases)[number];

/** A transition of the specification: what it is, and how each case of it is tried. */
export type Cells = { readonly title: string } & Readonly<Record<Case, (ground: FirstGround) => Promise<unknown>>>;

/** A firm, a bank with its product and a demand. */
export type Ground = {
  readonly world: World;
  readonly sides: Sides;
  readonly bank: Actor;
  readonly firm: Actor;
  readonly as: (actor: Actor) => ActorContext;
};

/** The ground that a world begins with, and turns back to. */
export type FirstGround = Ground & {
  /** Makes the world what it was when the ground was all there was. */
  readonly begin: () => void;
  /** What `make` comes to as the first thing on the ground: made once, and the world is as it was then every other time. */
  readonly reached: <Made>(make: (ground: Ground) => Promise<Made>) => Promise<Made>;
};

export async function firstGround(world: RewindableWorld): Promise<FirstGround> {
  const ground = await newGround(world);
  const beginning = world.moment();
  const known = new Map<unknown, { readonly made: unknown; readonly moment: typeof beginning }>();
  let isAtBeginning = true;
  return {
    ...ground,
    begin() {
      world.rewind(beginning);
      isAtBeginning = true;
    },
    async reached<Made>(make: (ground: Ground) => Promise<Made>): Promise<Made> {
      if (!isAtBeginning) throw new Error('something else was reached before: begin again');
      isAtBeginning = false;
      const before = known.get(make);
      if (before) {
        world.rewind(before.moment);
        return before.made as Made;
      }
      const made = await make(ground);
      known.set(make, { made, moment: world.moment() });
      return made;
    },
  };
}

/** How a maker of deals is asked about the sides of a ground. */
export const ofSides: <Made>(make: (world: World, sides: Sides) => Promise<Made>) => (ground: Ground) => Promise<Made> =
  remembered(
    make =>
      ({ world, sides }) =>
        make(world, sides),
  );

export async function newGround(world: World): Promise<Ground> {
  const borrower = await aFirm(world);
  const bank = await anActor(world, 'bank');
  const sides = { firm: borrower, bank, demand: await aDemand(world, borrower), product: await aLoanProduct(world, bank) };
  return { world, sides, bank, firm: borrower.actor, as: actor => world.contextFor(actor) };
}

export const at = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version });

export const refused = (code: RefusalCode, details: Record<string, unknown> = {}) => ({
  code,
  details: expect.objectContaining(details),
});
export const invalid = (details: Record<string, unknown> = {}) => refused('INVALID_INPUT', details);
export const conflicting = (rule: string) => refused('CONFLICT', { rule });

type Change = { readonly id: string; readonly version: number };
/** What a verb is done to, and the application that it moves. */
export type Prepared = Change & { readonly applicationId?: string };

type Step<Of extends Prepared> = {
  readonly title: string;
  readonly side: ApplicationParty;
  readonly prepared: (ground: Ground) => Promise<Of>;
  readonly run: (context: ActorContext, change: Change) => Promise<unknown>;
  readonly to: ApplicationState;
  /** The same in a state that does not have the verb. */
  readonly wrongly: (ground: Ground) => Promise<Prepared>;
  /** Tries input that cannot be; where a verb takes none but which record and version, nothing. */
  readonly bad?: (ground: Ground, change: Of) => Promise<unknown>;
};

/** The five cases of a step that one side of an application takes. */
export function step<Of extends Prepared>({ title, side, prepared, run, to, wrongly, bad }: Step<Of>): Cells {
  const mine = ({ bank, firm }: Ground) => (side === 'institution' ? bank : firm);
  const theirs = ({ bank, firm }: Ground) => (side === 'institution' ? firm : bank);
  const movedBy = (change: Prepared) => change.applicationId ?? change.id;
  return {
    title,
    async success(ground) {
      const change = await ground.reached(prepared);
      const before = await applicationNow(ground.world, movedBy(change));
      await run(ground.as(mine(ground)), at(change));
      const after = await applicationNow(ground.world, before.id);
      expect(after).toMatchObject({ state: to, version: before.version + 1 });
      const [events = []] = await historiesOf(ground.world.db.read, [after]);
      expect(events.at(-1)).toMatchObject({ party: side });
    },
    async 'wrong person'(ground) {
      const change = await ground.reached(prepared);
      const before = await applicationNow(ground.world, movedBy(change));
      await expect(run(ground.as(theirs(ground)), at(change))).rejects.toMatchObject(refused('NOT_ALLOWED'));
      const auditor = ground.as({ ...mine(ground), role: 'auditor' });
      await expect(run(auditor, at(change))).rejects.toMatchObject(refused('NOT_ALLOWED'));
      for (const kind of ['bank', 'guarantor', 'operator', 'regulator'] as const)
        await expect(run(ground.as(await anActor(ground.world, kind)), at(change))).rejects.toMatchObject(refused('NOT_FOUND'));
      await expect(run(ground.as((await aFirm(ground.world)).actor), at(change))).rejects.toMatchObject(refused('NOT_FOUND'));
      expect(await applicationNow(ground.world, before.id)).toEqual(before);
    },
    async 'wrong state'(ground) {
      const change = await ground.reached(wrongly);
      const before = await applicationNow(ground.world, movedBy(change));
      await expect(run(ground.as(mine(ground)), at(change))).rejects.toMatchObject(conflicting('illegalVerb'));
      expect(await applicationNow(ground.world, before.id)).toEqual(before);
    },
    async 'bad input'(ground) {
      const change = await ground.reached(prepared);
      const before = await applicationNow(ground.world, movedBy(change));
      const context = ground.as(mine(ground));
      await expect(run(context, { ...at(change), version: 99 })).rejects.toMatchObject(conflicting('staleVersion'));
      await expect(run(context, { ...at(change), id: 'nothing' })).rejects.toMatchObject(refused('NOT_FOUND'));
      await bad?.(ground, change);
      expect(await applicationNow(ground.world, before.id)).toEqual(before);
    },
    async repeat(ground) {
      const change = await ground.reached(prepared);
      const before = await applicationNow(ground.world, movedBy(change));
      const context = ground.as(mine(ground));
      const outcomes = await Promise.allSettled([run(context, at(change)), run(context, at(change))]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await expect(run(context, at(change))).rejects.toMatchObject(refused('CONFLICT'));
      expect(await applicationNow(ground.world, before.id)).toMatchObject({ state: to, version: before.version + 1 });
    },
  };
}
