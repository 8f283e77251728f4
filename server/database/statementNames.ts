import { createHash } from 'node:crypto';

/** How many statements have a name: a server keeps the plans of so many for each connection. */
const namesMax = 500;
/** How many texts are remembered as asked once: lists of other lengths make texts that never come again. */
const seenMax = 2_000;

/** A query as the driver of PostgreSQL takes it. */
export type Query = { readonly name?: string; readonly text: string };

/**
 * Names statements by their text, for PostgreSQL: what has a name is parsed and planned once for each connection, which
 * costs more than running it for most of our queries.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();
  readonly #seen = new Set<string>();

  /** The query with the name of its text, from the second time on that it is asked. */
  named<Asked extends Query>(query: Asked): Asked {
    if (query.name !== undefined) return query;
    const name = this.#names.get(query.text) ?? this.#nameOf(query.text);
    return name === undefined ? query : { ...query, name };
  }

  #nameOf(text: string): string | undefined {
    if (this.#names.size >= namesMax) return undefined;
    if (!this.#seen.delete(text)) {
      this.#seen.add(text);
      const [oldest] = this.#seen;
      if (this.#seen.size > seenMax && oldest !== undefined) this.#seen.delete(oldest);
      return undefined;
    }
    // The same text has the same name everywhere: sessions may be shared between programs.
    const name = createHash('sha256').update(text).digest('base64url');
    this.#names.set(text, name);
    return name;
  }
}
