import { max } from 'drizzle-orm';
import { auditEntries } from '../../../server/audit/tables';
import { verifyChain } from '../../../server/audit/verify';
import { applicationStates, liveStates } from '../../../server/financing/applications/lifecycle';
import { dealStates, openStates } from '../../../server/financing/deals/lifecycle';
import { closedStates, demandStates } from '../../../server/financing/demands/lifecycle';
import { dayOf } from '../../../server/shared/dates';
import type { World } from '../world';
import { expectThat, openBook } from './book';
import { openCast } from './cast';
import type { Draw } from './draw';
import { checkMoney, checkPools } from './money';
import { passTime } from './passing';
import { isRefusal, ruleOf } from './refusal';
import { applicationMoves, loanMoves } from './specification';
import type { Stage, Subject } from './stage';
import { applicationSubject } from './subjects/applications';
import { collateralSubject } from './subjects/collaterals';
import { demandSubject } from './subjects/demands';
import { consentSubject, firmSubject } from './subjects/firms';
import { compensationSubject, guaranteeSubject } from './subjects/guarantees';
import { lineSubject } from './subjects/lines';
import { loanSubject } from './subjects/loans';
import { offerSubject } from './subjects/offers';
import { poolSubject, schemeSubject } from './subjects/schemes';

/** How the walk went. `attempts`: of each verb, how often it was taken and how often refused. */
export type Walked = {
  readonly reached: ReadonlySet<string>;
  readonly attempts: ReadonlyMap<string, { taken: number; refused: number }>;
};

/** Every state that the walk has to have been in. */
export const everyState: readonly string[] = [
  ...applicationStates.map(state => `application ${state}`),
  ...demandStates.map(state => `demand ${state}`),
  ...dealStates.map(state => `loan ${state}`),
];

/** After so many steps everything is held against what is believed, not only what the step has touched. */
const wholeEvery = 250;

/** While so many applications are under way, no more come: the bank that is to answer would never get to them. */
const crowd = 12;
const isCrowded = (stage: Stage): boolean => liveApplications(stage).length >= crowd;

type Kind = {
  readonly weight: number | ((stage: Stage) => number);
  readonly ids: (stage: Stage) => readonly string[];
  readonly subject: (stage: Stage, id: string) => Promise<Subject | null>;
};

const liveApplications = ({ book }: Stage) =>
  [...book.applications].flatMap(([id, { state }]) => (liveStates.includes(state) ? [id] : []));
/** Those that wait neither for an answer to their offer nor for a guarantee: those are kinds of their own. */
const pendingApplications = (stage: Stage) =>
  liveApplications(stage).filter(id => !['offered', 'guaranteePending'].includes(stage.book.applications.get(id)?.state ?? ''));
const all = (ids: ReadonlySet<string> | ReadonlyMap<string, unknown>): string[] => [...ids.keys()];

/** What there is to act on, and how often it is. Mostly what still goes on, now and then what has ended. */
const kinds: readonly Kind[] = [
  { weight: 38, ids: pendingApplications, subject: applicationSubject },
  { weight: 2, ids: ({ book }) => all(book.applications), subject: applicationSubject },
  {
    weight: 16,
    ids: ({ book }) =>
      [...book.applications].flatMap(([id, { state }]) => (state === 'offered' || state === 'countered' ? [id] : [])),
    subject: offerSubject,
  },
  { weight: 2, ids: ({ book }) => all(book.applications), subject: offerSubject },
  {
    weight: stage => (isCrowded(stage) ? 2 : 14),
    ids: ({ book }) => [...book.demands].flatMap(([id, state]) => (closedStates.some(each => each === state) ? [] : [id])),
    subject: demandSubject,
  },
  { weight: 1, ids: ({ book }) => all(book.demands), subject: demandSubject },
  { weight: 4, ids: ({ cast }) => cast.firms.map(({ id }) => id), subject: firmSubject },
  { weight: 1, ids: ({ cast }) => cast.firms.map(({ id }) => id), subject: consentSubject },
  {
    weight: 6,
    ids: ({ book }) =>
      [...book.guarantees].filter(
        id => book.applications.get(id)?.state === 'guaranteePending' || book.loans.get(book.loanOf.get(id) ?? '') === 'overdue',
      ),
    subject: guaranteeSubject,
  },
  { weight: 3, ids: ({ book }) => all(book.compensations), subject: compensationSubject },
  {
    weight: 9,
    ids: ({ book }) => [...book.loans].flatMap(([id, state]) => (openStates.some(each => each === state) ? [id] : [])),
    subject: loanSubject,
  },
  { weight: 1, ids: ({ book }) => all(book.loans), subject: loanSubject },
  { weight: 5, ids: ({ book }) => all(book.lines), subject: lineSubject },
  { weight: 2, ids: ({ book }) => all(book.collaterals), subject: collateralSubject },
  { weight: 1, ids: ({ cast }) => cast.schemes.map(({ id }) => id), subject: schemeSubject },
  { weight: 1, ids: ({ cast }) => [cast.poolId], subject: poolSubject },
];

/** How much likelier than any other a verb is taken: what leads on, so that deals get somewhere, before what ends them. */
const weights: Readonly<Record<string, number>> = {
  acceptApplication: 36,
  startDueDiligence: 36,
  makeOffer: 42,
  acceptOffer: 42,
  approveApplication: 36,
  requestGuarantee: 36,
  approveGuarantee: 36,
  issueContract: 8,
  signContract: 42,
  disburse: 36,
  openLine: 18,
  giveInPrinciple: 15,
  requestCorrection: 4,
  answerCorrection: 30,
  counterOffer: 9,
  keepOffer: 12,
  submitApplication: 24,
  grabDemand: 30,
  inviteInstitutions: 30,
  openDemand: 12,
  grantConsent: 6,
  claimCompensation: 60,
  payCompensation: 24,
  recordRecovery: 12,
  recordRepayment: 9,
  settleLoan: 30,
  renewLoan: 40,
  requestDrawdown: 12,
  payDrawdown: 24,
  confirmLineConditions: 18,
  releaseLine: 18,
  reopenScheme: 36,
  appraiseCollateral: 18,
  agreeCollateralValue: 18,
  registerPledge: 24,
  withdrawDemand: 1,
};

/** The state that a verb leads to, where it is one. */
const leadingTo: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(applicationMoves).map(([verb, { to }]) => [verb, `application ${to[0]}`])),
  ...Object.fromEntries(Object.entries(loanMoves).map(([verb, { to }]) => [verb, `loan ${to[0]}`])),
  claimCompensation: 'loan compensated',
  payCompensation: 'loan compensated',
  withdrawDemand: 'demand withdrawn',
};
/** After a third of the walk, so many times likelier is what leads to a state that it has not come to. */
const sought = 20;

/** From this weight on all that can be done to a record together, it is not passed over. */
const common = 30;

const arriving: Readonly<Record<string, true>> = { submitApplication: true, grabDemand: true, inviteInstitutions: true };

/** Of a hundred steps, so many let time pass, and so many try what is not shown. */
const passing = 4;
const forbidden = 46;

/** Walks `steps` steps through the financing workflow and says each as it is taken; throws at the first thing that is wrong. */
export async function walk(world: World, draw: Draw, steps: number, say: (line: string) => void): Promise<Walked> {
  const cast = await openCast(world);
  const stage: Stage = { world, cast, draw, book: await openBook(world, cast) };
  const attempts = new Map<string, { taken: number; refused: number }>();
  for (let step = 1; step <= steps; step += 1) {
    const percent = draw.below(100);
    if (percent < passing) {
      say(`${step} ${await passTime(stage)}`);
      await follow([cast.operator]);
    } else if (percent < passing + forbidden) await tryForbidden(step);
    else await takeAllowed(step);
    if (step % wholeEvery === 0) await checkWhole();
  }
  await checkWhole();
  const { broken } = await verifyChain(world.db.read);
  expectThat(broken === null, `the audit chain is broken at ${broken?.seq}`);
  return { reached: stage.book.reached, attempts };

  async function follow(actors: Parameters<typeof stage.book.follow>[0]): Promise<void> {
    const touched = await stage.book.follow(actors);
    await checkMoney(world.db.read, touched, dayOf(world.now()));
  }

  async function checkWhole(): Promise<void> {
    await stage.book.compare();
    await checkPools(world.db.read);
  }

  function count(verb: string, outcome: 'taken' | 'refused'): void {
    const counted = attempts.get(verb) ?? { taken: 0, refused: 0 };
    counted[outcome] += 1;
    attempts.set(verb, counted);
  }

  async function anySubject(): Promise<Subject | null> {
    const there = kinds.map(kind => ({ kind, ids: kind.ids(stage) })).filter(({ ids }) => ids.length > 0);
    const { kind, ids } = draw.byWeight(there, ({ kind: { weight } }) => (typeof weight === 'number' ? weight : weight(stage)));
    // The newest half as often as all others: what goes on now.
    const id = ids[draw.chance(50) ? draw.below(ids.length) : Math.floor(ids.length / 2) + draw.below(Math.ceil(ids.length / 2))];
    return id === undefined ? null : kind.subject(stage, id);
  }

  /** Somebody does what the page shows. */
  async function takeAllowed(step: number): Promise<void> {
    const crowded = isCrowded(stage);
    for (;;) {
      const subject = await anySubject();
      if (!subject) continue;
      const choices = cast.everybody
        .filter(({ actor }) => subject.concerns?.(actor) ?? true)
        .flatMap(person => subject.offeredTo(person.actor).map(verb => ({ person, verb })));
      if (choices.length === 0) continue;
      const weightOf = ({ verb }: { readonly verb: string }) => {
        if (verb in arriving && crowded) return 0;
        const leadsTo = leadingTo[verb];
        const isSought = leadsTo !== undefined && step > steps / 3 && !stage.book.reached.has(leadsTo);
        return (weights[verb] ?? 1) * (isSought ? sought : 1);
      };
      // What only rare verbs can be done to is mostly left alone: it waits for somebody else.
      if (draw.below(common) >= choices.reduce((sum, choice) => sum + weightOf(choice), 0)) continue;
      const { person, verb } = draw.byWeight(choices, weightOf);
      const prepared = await subject.verbs[verb]?.();
      if (prepared === undefined) throw new Error(`nobody has taught the model ${verb}`);
      if (prepared === null || (prepared.hindrance && draw.chance(70))) continue;
      const said = `${step} ${person.name}: ${verb} on ${subject.label}`;
      say(prepared.hindrance ? `${said}, hindered by ${prepared.hindrance}` : said);
      const refusal = await refusalOf(() => prepared.run(world.contextFor(person.actor)));
      if (prepared.hindrance) {
        expectThat(refusal !== null, `taken in spite of ${prepared.hindrance}`);
        if (refusal && ruleOf(refusal) !== prepared.hindrance)
          throw new Error(`refused by ${ruleOf(refusal)} and not by ${prepared.hindrance}`, { cause: refusal });
        await expectUnwritten();
        count(verb, 'refused');
      } else {
        if (refusal) throw new Error(`shown and refused: ${refusal.code} ${JSON.stringify(refusal.details)}`, { cause: refusal });
        count(verb, 'taken');
        await follow([person.actor]);
      }
      return;
    }
  }

  /** Somebody sends what no page shows; nothing may come of it. */
  async function tryForbidden(step: number): Promise<void> {
    for (;;) {
      const subject = await anySubject();
      const person = draw.oneOf(cast.everybody);
      if (!subject || subject.concerns?.(person.actor) === false) continue;
      const shown = subject.offeredTo(person.actor);
      const verb = draw.oneOf(Object.keys(subject.verbs));
      if (shown.includes(verb)) continue;
      const prepared = await subject.verbs[verb]?.();
      if (!prepared) continue;
      say(`${step} ${person.name}, who is not shown it: ${verb} on ${subject.label}`);
      const refusal = await refusalOf(() => prepared.run(world.contextFor(person.actor)));
      if (refusal === null) throw new Error('taken though it is not shown');
      expectThat(refused.includes(refusal.code), `refused as ${refusal.code} ${JSON.stringify(refusal.details)}`);
      await expectUnwritten();
      count(verb, 'refused');
      return;
    }
  }

  async function expectUnwritten(): Promise<void> {
    const [last] = await world.db.read.select({ seq: max(auditEntries.seq) }).from(auditEntries);
    expectThat(last?.seq === stage.book.lastSeq(), 'refused, and yet something is written');
  }
}

/** For want of the right: never for want of good input, which would hide that the right is not looked at. */
const refused: readonly string[] = ['NOT_FOUND', 'NOT_ALLOWED', 'CONFLICT'];

async function refusalOf(work: () => Promise<unknown>) {
  try {
    await work();
    return null;
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
}
