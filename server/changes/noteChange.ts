import type { Context } from '../context';
import type { Gathering, Tx } from '../database/database';
import type { Instant } from '../shared/dates';
import { type ChangeKind, changes } from './tables';

/**
 * Notes inside the caller's unit of work that `subjectId` moved. However often a unit notes the same, it is one row,
 * written as the unit's last step: a mass import holds up nobody until then.
 */
export function noteChange(tx: Tx, { now }: Pick<Context, 'now'>, kind: ChangeKind, subjectId: string): void {
  tx.gathered(notedChanges, () => new NotedChanges(now)).add(kind, subjectId);
}

const notedChanges = Symbol('changes');

/**
 * On PostgreSQL the lock is held from the first row to the commit, so that the numbers rise in the order of the commits:
 * who has seen one will never find a lower one afterwards. The audit chain's lock, if any, was taken before.
 */
class NotedChanges implements Gathering {
  readonly #subjects: Readonly<Record<ChangeKind, Set<string>>> = { enterprise: new Set(), products: new Set() };

  constructor(private readonly at: Instant) {}

  add(kind: ChangeKind, subjectId: string): void {
    this.#subjects[kind].add(subjectId);
  }

  async write(tx: Tx): Promise<void> {
    await tx.lock(changesLock);
    await tx.insertMany(changes, this.#rows());
  }

  *#rows() {
    for (const kind of ['enterprise', 'products'] as const)
      for (const subjectId of this.#subjects[kind]) yield { kind, subjectId, at: this.at };
  }
}

const changesLock = 7_340_023;
