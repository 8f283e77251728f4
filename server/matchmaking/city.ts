import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { asc } from 'drizzle-orm';
import { auditEntries } from '../audit/tables';
import { changesAfter, headSeq } from '../changes/queries';
import type { Config } from '../config';
import type { ActorContext, Context } from '../context';
import type { Database, Reader } from '../database/database';
import { deriveFacts } from '../enterprises/facts';
import { readFiles } from '../enterprises/records/readFiles';
import { coordinatesOf } from '../matching/coordinates';
import type { Population } from '../matching/population';
import { systemActor } from '../shared/actor';
import { type CalendarDate, dayOf, type Instant } from '../shared/dates';
import { activeAmong, activeFirms } from './activeFirms';
import { findMatchingReader } from './reader';
import { Residents } from './residents';
import { type Origin, readSnapshot, type Stocked, writeSnapshot } from './snapshot';

/** What a city is given instead of taking it from the world. */
export type CityWorld = {
  readonly db: Database;
  readonly clock: () => Instant;
  readonly newId: () => string;
  readonly log: Context['log'];
  readonly config: Pick<Config, 'dataDir'>;
};

/** All active firms as matching knows them, after the change numbered `seq` and on `day`. */
export type CityNow = {
  readonly population: Population;
  readonly firms: number;
  readonly seq: number;
  readonly day: CalendarDate;
};

/** How far the reading of all firms has come. */
export type Progress = { readonly done: number; readonly total: number };

const restMs = 1_000;
const changesPerStep = 500;

/**
 * The whole city in memory: what is known of each active firm under its consent to matching. It is read in the background,
 * a firm at a time so that the server keeps answering, then follows the changes of every process on the database. A new
 * day moves ages, windows and consents: the city is read anew beside the old one, which answers until then.
 */
export class City {
  #now: Stocked | null = null;
  #progress: Progress = { done: 0, total: 0 };
  #work: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #isStopping = false;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly world: CityWorld) {}

  /** Begins to read and to follow, in the background; from now on `cityOf` finds it. */
  start(): void {
    cities.set(this.world.db, this);
    const step = () => {
      this.#work = this.follow().catch(error => this.world.log.error({ err: error }, 'the city could not be followed'));
      void this.#work.finally(() => {
        if (!this.#isStopping) this.#timer = setTimeout(step, restMs).unref();
      });
    };
    step();
  }

  /** Ends the following and leaves a snapshot for the next start. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#timer);
    await this.#work;
    if (this.#now) await this.#keep(this.#now);
  }

  /** The city as it is known; null until all of it has been read once. */
  get now(): CityNow | null {
    if (this.#now === null) return null;
    const { residents, seq, day } = this.#now;
    return { population: residents.population, firms: residents.count, seq, day };
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** Tells `listener` each time that firms have changed; answers how to stop it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** One step: reads the city where it is not known as of today, then takes in all changes since. */
  async follow(): Promise<void> {
    const { db, clock } = this.world;
    const readerId = await findMatchingReader(db.read);
    if (readerId === null) return;
    const origin: Origin = { database: await identityOf(db.read), day: dayOf(clock()), readerId };
    if (!this.#now || !isOf(this.#now, origin)) {
      const begun = (this.#now ? null : await this.#fromSnapshot(origin)) ?? (await this.#readAndKeep(origin));
      if (begun === null) return;
      this.#now = begun;
      this.#tell();
    }
    for (let now: Stocked | null = this.#now; now !== null && !this.#isStopping; ) now = await this.#takeIn(now);
  }

  async #fromSnapshot(origin: Origin): Promise<Stocked | null> {
    const found = await readSnapshot(this.#file, origin).catch(error => ({ unusable: (error as Error).message }));
    if (found === null) return null;
    const why = 'unusable' in found ? found.unusable : await this.#whyNot(found);
    if (why === null && 'residents' in found) {
      this.#progress = { done: found.residents.count, total: found.residents.count };
      this.world.log.info({ firms: found.residents.count, seq: found.seq }, 'the city was taken from its snapshot');
      return found;
    }
    this.world.log.warn({ why }, 'the snapshot of the city cannot be used: it is read anew');
    return null;
  }

  /** A database that was set back to an earlier copy has not seen what the snapshot has. */
  async #whyNot({ seq }: Stocked): Promise<string | null> {
    return seq > (await headSeq(this.world.db.read)) ? 'the database is older than the snapshot' : null;
  }

  async #readAndKeep(origin: Origin): Promise<Stocked | null> {
    const stocked = await this.#read(origin);
    if (stocked) await this.#keep(stocked);
    return stocked;
  }

  /** Reads every firm; null when the server stops meanwhile. */
  async #read(origin: Origin): Promise<Stocked | null> {
    const { db, log } = this.world;
    const seq = await headSeq(db.read);
    const ids = await activeFirms(db.read);
    const residents = new Residents(ids.length);
    this.#progress = { done: 0, total: ids.length };
    const follow = (done: number) => {
      this.#progress = { done, total: ids.length };
    };
    if (!(await this.#readInto(residents, origin, ids, follow))) return null;
    log.info({ firms: ids.length, seq, day: origin.day }, 'the city was read');
    return { ...origin, seq, residents };
  }

  /** The city with the next changes in it; null when there are none. */
  async #takeIn(now: Stocked): Promise<Stocked | null> {
    const { read } = this.world.db;
    const changes = await changesAfter(read, now.seq, changesPerStep);
    const last = changes.at(-1);
    if (last === undefined) return null;
    const ids = [...new Set(changes.filter(({ kind }) => kind === 'enterprise').map(({ subjectId }) => subjectId))];
    if (ids.length > 0) {
      const active = await activeAmong(read, ids);
      const isActive = new Set(active);
      for (const id of ids) if (!isActive.has(id)) now.residents.remove(id);
      if (!(await this.#readInto(now.residents, now, active))) return null;
    }
    const next = { ...now, seq: last.seq };
    this.#now = next;
    if (ids.length > 0) this.#tell();
    return next;
  }

  /** False when the server stops before all are read. */
  async #readInto(
    residents: Residents,
    { day, readerId }: Origin,
    enterpriseIds: readonly string[],
    onProgress: (done: number) => void = () => undefined,
  ): Promise<boolean> {
    let done = 0;
    const files = readFiles(this.#context(day), { enterpriseIds, readerOrganisationId: readerId, purpose: 'matching' });
    for await (const { enterpriseId, records, withheld } of files) {
      residents.put(enterpriseId, coordinatesOf(deriveFacts({ records, notConsented: withheld, today: day })));
      onProgress(++done);
      await setImmediate();
      if (this.#isStopping) return false;
    }
    return true;
  }

  #context(today: CalendarDate): ActorContext {
    const { db, clock, newId, log } = this.world;
    return { actor: systemActor('matching'), db, now: clock(), today, newId, log, requestId: `city-${newId()}` };
  }

  get #file(): string {
    return join(this.world.config.dataDir, 'city.snapshot');
  }

  async #keep(stocked: Stocked): Promise<void> {
    await writeSnapshot(this.#file, stocked).catch(error =>
      this.world.log.warn({ err: error }, 'the snapshot of the city could not be written'),
    );
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const cities = new WeakMap<Database, City>();

/** The city that this process keeps of a database; undefined where it keeps none. */
export const cityOf = (db: Database): City | undefined => cities.get(db);

const isOf = (stocked: Origin, { database, day, readerId }: Origin): boolean =>
  stocked.database === database && stocked.day === day && stocked.readerId === readerId;

async function identityOf(read: Reader): Promise<string> {
  const [first] = await read.select({ hash: auditEntries.hash }).from(auditEntries).orderBy(asc(auditEntries.seq)).limit(1);
  return first?.hash ?? 'none';
}
