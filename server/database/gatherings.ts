import type { Gathering, Tx } from './database';

/** What one unit of work has gathered, by key; written in the order in which it was begun. */
export class Gatherings {
  readonly #begun = new Map<symbol, Gathering>();

  readonly of = <Gathered extends Gathering>(key: symbol, begin: () => Gathered): Gathered => {
    // A key belongs to one kind of gathering: it is private to the module that begins it.
    const known = this.#begun.get(key) as Gathered | undefined;
    if (known) return known;
    const begun = begin();
    this.#begun.set(key, begun);
    return begun;
  };

  async write(tx: Tx): Promise<void> {
    for (const gathering of this.#begun.values()) await gathering.write(tx);
  }
}
