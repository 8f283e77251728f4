import { asc, gt, inArray, max } from 'drizzle-orm';
import { auditEntries } from '../audit/tables';
import { changes } from '../changes/tables';
import type { Context } from '../context';
import type { Database, Reader } from '../database/database';
import { consents } from '../enterprises/consents/tables';
import { applications } from '../financing/applications/tables';
import { inboxMarks } from '../messages/inbox';
import type { Actor } from '../shared/actor';

/** What has moved for an organisation: applications of its own by id, or what its matches are computed from. */
export type Moved = { readonly applicationIds: readonly string[]; readonly matches: boolean };

type Listener = { readonly organisationId: string; readonly isFirm: boolean; readonly tell: (moved: Moved) => void };

/** How often it is looked: for all listeners of this server together, whichever server did what is seen. */
const lookMilliseconds = 1_000;
/** Steps of one look; whoever has fallen so far behind is told the rest at the next. */
const stepsMax = 2_000;

/**
 * Tells those who listen what has moved for their organisation. It reads on in the audit chain and in the changes, whose numbers
 * rise in the order of the commits, so that nothing is missed on either database and it does not matter which server wrote; and
 * looks at the inboxes, of which reading leaves no entry.
 */
export class LiveWatch {
  readonly #listeners = new Set<Listener>();
  #inboxes = new Map<string, string>();
  #steps: number | null = null;
  #changes: number | null = null;
  #timer: NodeJS.Timeout | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly read: Reader,
    private readonly log: Context['log'],
  ) {}

  /** Answers how to stop listening. */
  listen({ organisationId, organisationKind }: Actor, tell: (moved: Moved) => void): () => void {
    const listener = { organisationId, isFirm: organisationKind === 'enterprise', tell };
    this.#listeners.add(listener);
    this.#timer ??= setInterval(() => void this.look().catch(this.#missed), lookMilliseconds).unref();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
      this.#inboxes.clear();
      this.#steps = null;
      this.#changes = null;
    };
  }

  /** What a look misses the next one finds. */
  readonly #missed = (error: unknown) => this.log.warn({ err: error }, 'what moved could not be looked up');

  /** Looks once, after whoever is looking. The first look only learns where the chain ends. */
  look(): Promise<void> {
    this.#turn = this.#turn.catch(() => undefined).then(() => this.#lookOnce());
    return this.#turn;
  }

  async #lookOnce(): Promise<void> {
    const organisationIds = [...new Set([...this.#listeners].map(({ organisationId }) => organisationId))];
    if (organisationIds.length === 0) return;
    const [stirred, touched, moved] = await this.#orAsBefore(
      async () =>
        [await this.#stirredInboxes(organisationIds), await this.#touchedByOrganisation(), await this.#movedFirms()] as const,
    );
    for (const { organisationId, isFirm, tell } of this.#listeners) {
      const ids = touched.get(organisationId);
      const matches = isFirm && (moved.has(organisationId) || moved.has(everyFirm));
      if (ids || matches || stirred.has(organisationId)) tell({ applicationIds: [...(ids ?? [])], matches });
    }
  }

  /** A look that fails half-way has seen nothing: the next begins where this one began. */
  async #orAsBefore<Seen>(look: () => Promise<Seen>): Promise<Seen> {
    const [steps, changed, inboxes] = [this.#steps, this.#changes, new Map(this.#inboxes)];
    try {
      return await look();
    } catch (error) {
      this.#steps = steps;
      this.#changes = changed;
      this.#inboxes = inboxes;
      throw error;
    }
  }

  async #stirredInboxes(organisationIds: readonly string[]): Promise<ReadonlySet<string>> {
    const now = await inboxMarks(this.read, organisationIds);
    const stirred = new Set<string>();
    for (const organisationId of organisationIds) {
      const mark = now.get(organisationId) ?? '';
      if (this.#inboxes.get(organisationId) === mark) continue;
      this.#inboxes.set(organisationId, mark);
      stirred.add(organisationId);
    }
    return stirred;
  }

  /** The applications that were touched since the last look, by each organisation that is a party to them. */
  async #touchedByOrganisation(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const touched = new Map<string, Set<string>>();
    const of = (organisationId: string): Set<string> => {
      const ids = touched.get(organisationId) ?? new Set();
      touched.set(organisationId, ids);
      return ids;
    };
    if (this.#steps === null) {
      const [last] = await this.read.select({ seq: max(auditEntries.seq) }).from(auditEntries);
      this.#steps = last?.seq ?? 0;
      return touched;
    }
    const steps = await this.read
      .select({
        seq: auditEntries.seq,
        organisationId: auditEntries.organisationId,
        kind: auditEntries.subjectKind,
        id: auditEntries.subjectId,
      })
      .from(auditEntries)
      .where(gt(auditEntries.seq, this.#steps))
      .orderBy(asc(auditEntries.seq))
      .limit(stepsMax);
    this.#steps = steps.at(-1)?.seq ?? this.#steps;
    for (const { organisationId } of steps) of(organisationId);
    const idsOf = (kind: string) => steps.filter(step => step.kind === kind).map(({ id }) => id);
    for (const { id, enterpriseId, institutionId } of await applicationsOf(this.read, idsOf('application'))) {
      of(enterpriseId).add(id);
      of(institutionId).add(id);
    }
    for (const { enterpriseId, recipientId } of await consentsOf(this.read, idsOf('consent')))
      for (const id of [enterpriseId, recipientId]) if (id !== null) of(id);
    return touched;
  }

  /** The firms of which something moved that matching depends on; every firm where a product did. */
  async #movedFirms(): Promise<ReadonlySet<string>> {
    if (this.#changes === null) {
      const [last] = await this.read.select({ seq: max(changes.seq) }).from(changes);
      this.#changes = last?.seq ?? 0;
      return new Set();
    }
    const found = await this.read
      .select({ seq: changes.seq, kind: changes.kind, subjectId: changes.subjectId })
      .from(changes)
      .where(gt(changes.seq, this.#changes))
      .orderBy(asc(changes.seq))
      .limit(stepsMax);
    this.#changes = found.at(-1)?.seq ?? this.#changes;
    return new Set(found.map(({ kind, subjectId }) => (kind === 'products' ? everyFirm : subjectId)));
  }
}

const everyFirm = 'every firm';

const applicationsOf = async (read: Reader, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : read
        .select({ id: applications.id, enterpriseId: applications.enterpriseId, institutionId: applications.institutionId })
        .from(applications)
        .where(inArray(applications.id, [...new Set(ids)]));

const consentsOf = async (read: Reader, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : read
        .select({ enterpriseId: consents.enterpriseId, recipientId: consents.recipientId })
        .from(consents)
        .where(inArray(consents.id, [...new Set(ids)]));

const watches = new WeakMap<Database, LiveWatch>();

/** The one watch that this process keeps of a database. */
export function watchOf(db: Database, log: Context['log']): LiveWatch {
  const watch = watches.get(db) ?? new LiveWatch(db.read, log);
  watches.set(db, watch);
  return watch;
}
