import type { Admission } from '../../../server/graphql/guard';
import { remembered } from '../../../server/shared/remembered';
import { withoutStacks } from '../stacks';
import type { Caller } from './callers';
import { type Given, type Operation, variablesOf } from './documents';
import type { TownRecord } from './records';
import type { Line } from './table';
import type { Town } from './town';

/** An id in the form of ours that nobody was ever given. */
export const missingId = '01890000-0000-7000-8000-00000000dead';

/** Records of a kind that one caller asks one operation about: four tell as much as forty, in a tenth of the time. */
const probesMax = 4;

/** Records a page: more than the town has of most kinds, and few enough for documents that ask for everything. */
const pageSize = 20;

/** What came back, without what differs from request to request. */
export type Reply = {
  readonly code: string | null;
  readonly data: unknown;
  /** All of it as text, the id asked for left out: two replies that differ in nothing else are equal. */
  readonly text: string;
};

/** What an operation has to answer to the callers of a town; each method lists what it answers otherwise. */
export class Matrix {
  constructor(
    private readonly town: Town,
    private readonly operation: Operation,
    private readonly line: Line,
    private readonly admission: Admission,
  ) {}

  /** Callers without admission are refused in the same words whatever the id. */
  closed(): Promise<string[]> {
    return this.byCaller(
      caller => this.refusal(caller) !== null,
      async caller => {
        const expected = this.refusal(caller);
        // The guard looks at kind and role and never at the id: that its words are the same whatever it is, one role tells for all.
        const existing = isOfficer(caller) ? [...this.known(caller), ...this.unknown(caller)].slice(0, 1) : [];
        const asked = [{ id: missingId, name: 'a missing id' }, ...existing];
        const faults: string[] = [];
        const texts = new Set<string>();
        for (const { id, name } of this.line.about ? asked : asked.slice(0, 1)) {
          const reply = await this.ask(caller, this.line.about ? { [this.line.about[0]]: id } : {}, id);
          texts.add(reply.text);
          if (reply.code !== expected) faults.push(`${caller.name}, ${name}: ${said(reply)} instead of ${expected}`);
        }
        if (texts.size > 1) faults.push(`${caller.name}: is told different things of different ids: ${[...texts].join(' / ')}`);
        return faults;
      },
    );
  }

  /** A record that an admitted caller may not know of is answered as an id that means nothing. */
  hidden(): Promise<string[]> {
    return this.byCaller(this.isAdmitted, async caller => {
      const { about } = this.line;
      const faults: string[] = [];
      const ofNone = new Map<string, Reply>();
      const none = async (path: string, beside: Given): Promise<Reply> => {
        const question = JSON.stringify({ ...beside, path });
        const reply = ofNone.get(question) ?? (await this.ask(caller, { ...beside, [path]: missingId }, missingId));
        ofNone.set(question, reply);
        return reply;
      };
      if (about) {
        const missing = await none(about[0], { ...this.needed(caller), ...this.versionOf({ version: 1 }, 0) });
        if (missing.code !== 'NOT_FOUND')
          faults.push(`${caller.name}, a missing ${about[1]}: ${said(missing)} instead of NOT_FOUND`);
      }
      for (const [place, { path, record }] of this.hiddenFrom(caller).entries()) {
        // Neither the present version nor another may tell anything.
        const beside = { ...this.needed(caller), ...this.versionOf(record, place % 2) };
        const reply = await this.ask(caller, { ...beside, [path]: record.id }, record.id);
        const missing = await none(path, beside);
        if (reply.text !== missing.text)
          faults.push(`${caller.name}, ${record.kind} "${record.name}" at ${path}: ${said(reply)}, of none ${said(missing)}`);
      }
      return faults;
    });
  }

  /**
   * An admitted caller is answered: of its own records with data or, where a state forbids a command, CONFLICT or
   * INVALID_INPUT; of others that it knows with data or, changing them, NOT_ALLOWED. A version that is not the present
   * one makes sure that nothing changes meanwhile.
   */
  open(): Promise<string[]> {
    return this.byCaller(this.isAdmitted, async caller => {
      if (!this.line.about) return this.judge(caller, 'no record', await this.ask(caller, {}, null), true);
      const faults: string[] = [];
      for (const record of this.known(caller)) {
        const given = { ...this.needed(caller), [this.line.about[0]]: record.id, ...this.versionOf(record, 1) };
        faults.push(
          ...this.judge(caller, `"${record.name}"`, await this.ask(caller, given, record.id), this.decides(caller, record)),
        );
      }
      return faults;
    });
  }

  /** How many pairs of an admitted caller and a record of the operation's kind there are. */
  count(which: 'known' | 'unknown'): number {
    return this.town.callers.filter(this.isAdmitted).reduce((sum, caller) => sum + this[which](caller).length, 0);
  }

  private judge(caller: Caller, what: string, reply: Reply, isOwn: boolean): string[] {
    const { isMutation, takesVersion } = this.operation;
    const states = isMutation ? ['CONFLICT', 'INVALID_INPUT'] : [];
    const answers = [isMutation && takesVersion ? [] : [null], states, this.line.refuses ?? []].flat();
    const faults = (isOwn ? answers : ['NOT_ALLOWED']).includes(reply.code) ? [] : [`${caller.name}, ${what}: ${said(reply)}`];
    return reply.code === null ? [...faults, ...this.unlisted(caller, reply)] : faults;
  }

  /** What a list lacks of the records that its caller may know of, and what it has beyond them. */
  private unlisted(caller: Caller, { data }: Reply): string[] {
    if (!this.line.lists) return [];
    const ofKind = this.town.records.filter(({ kind }) => kind === this.line.lists);
    const listed = new Set(itemsIn(data));
    return ofKind
      .filter(record => record.isKnown(caller) !== listed.has(record.id))
      .map(record => `${caller.name}: ${listed.has(record.id) ? 'lists' : 'does not list'} "${record.name}"`);
  }

  private async ask(caller: Caller, given: Given, id: string | null): Promise<Reply> {
    const page = this.operation.args.some(({ name }) => name === 'list') ? { 'list.perPage': pageSize } : {};
    const variables = variablesOf(this.operation, { ...page, ...this.line.given, ...given });
    const { data = null, errors } = await caller.client.ask(this.operation.document, variables);
    const plain = errors?.map(({ message, extensions: { requestId: _, ...details } }) => ({ message, ...details }));
    const whole = JSON.stringify({ data, errors: plain });
    const text = id === null ? whole : whole.replaceAll(id, '…');
    const leaked = this.leaksIn(caller, text);
    if (/"rule":"document\./.test(whole)) throw new Error(`${this.operation.name} cannot be asked like this: ${whole}`);
    if (leaked.length > 0) throw new Error(`${caller.name} reads of ${leaked.join(', ')}: ${whole.slice(0, 2_000)}`);
    return { code: errors?.[0]?.extensions.code ?? null, data, text };
  }

  /** Records that the caller may not read of anywhere and whose id or words are in an answer without its own question. */
  private leaksIn(caller: Caller, text: string): string[] {
    const clean = cleanFor(this.unreadable(caller));
    if (clean.has(text)) return [];
    const leaks = this.unreadable(caller)
      .filter(({ id, words }) => text.includes(id) || words.some(word => text.includes(word)))
      .map(({ kind, name }) => `${kind} "${name}"`);
    if (leaks.length === 0 && text.length < 1_000) clean.add(text);
    return leaks;
  }

  private unreadable(caller: Caller): readonly TownRecord[] {
    return this.line.tellsOperator && isOperator(caller) ? nothing : this.town.unreadableTo(caller);
  }

  /** Where an id goes, and the records to be asked about there that are not there for the caller. */
  private hiddenFrom(caller: Caller): { path: string; record: TownRecord }[] {
    const { about, mentions = {} } = this.line;
    const asked = about ? this.unknown(caller).map(record => ({ path: about[0], record })) : [];
    const mentioned = Object.entries(mentions).flatMap(([path, kinds]) => {
      const each = [kinds].flat();
      return each
        .flatMap(wanted =>
          this.unreadable(caller)
            .filter(({ kind }) => kind === wanted)
            .slice(0, Math.ceil(probesMax / each.length)),
        )
        .map(record => ({ path, record }));
    });
    return [...asked, ...mentioned];
  }

  private known = (caller: Caller): readonly TownRecord[] => {
    const records = this.subjects().filter(record => record.isKnown(caller));
    const decided = records.filter(record => this.decides(caller, record));
    const others = records.filter(record => !this.decides(caller, record));
    return [...decided.slice(0, probesMax / 2), ...others.slice(0, probesMax / 2)];
  };

  /** Whether the operation on the record is the caller's: reading what one knows is, changing it where it is one's own. */
  private decides(caller: Caller, record: TownRecord): boolean {
    return !this.operation.isMutation || record.isOwn(caller) || (isOperator(caller) && this.line.isOperators === true);
  }

  private unknown = (caller: Caller): readonly TownRecord[] =>
    this.subjects()
      .filter(record => !record.isKnown(caller))
      .slice(0, probesMax);

  private subjects = (): readonly TownRecord[] => this.town.records.filter(({ kind }) => kind === this.line.about?.[1]);

  /** The first record that the caller knows for each id that the operation cannot be asked without. */
  private needed(caller: Caller): Given {
    const { about, mentions = {} } = this.line;
    const kinds = new Map([...Object.entries(mentions), ...(about ? [about] : [])]);
    const entries = this.operation.requiredIdPaths.flatMap(path => {
      const found = this.town.records.find(record => kinds.get(path) === record.kind && record.isKnown(caller));
      return found ? [[path, found.id]] : [];
    });
    return Object.fromEntries(entries);
  }

  private versionOf = ({ version }: Pick<TownRecord, 'version'>, ahead: number): Given =>
    this.operation.takesVersion ? { version: version + ahead } : {};

  private isAdmitted = (caller: Caller): boolean => this.refusal(caller) === null;

  private refusal({ actor }: Caller): 'NOT_SIGNED_IN' | 'NOT_ALLOWED' | null {
    const { kinds, roles, alsoUnconfirmed = false } = this.admission;
    if (kinds === 'anyone') return null;
    if (actor === null) return 'NOT_SIGNED_IN';
    const isKind = kinds === 'signedIn' || kinds.includes(actor.organisationKind);
    const isRole = roles === undefined || roles.includes(actor.role);
    return isKind && isRole && (alsoUnconfirmed || !actor.isUnconfirmed) ? null : 'NOT_ALLOWED';
  }

  private async byCaller(which: (caller: Caller) => boolean, work: (caller: Caller) => Promise<string[]>): Promise<string[]> {
    return (await withoutStacks(() => Promise.all(this.town.callers.filter(which).map(work)))).flat();
  }
}

/** Texts that say nothing of these records: most callers are refused most operations in the same words. */
const cleanFor = remembered((_: readonly TownRecord[]) => new Set<string>());

const nothing: readonly TownRecord[] = [];

const isOperator = ({ actor }: Caller): boolean => actor?.organisationKind === 'operator';

const isOfficer = ({ actor }: Caller): boolean => actor?.role === 'officer';

const said = ({ code, text }: Reply): string => `${code ?? 'data'} (${text.slice(0, 300)})`;

/** The ids of the records in a list or a page of one. */
function itemsIn(data: unknown): string[] {
  const [answer] = Object.values(data as Record<string, unknown>);
  const items = Array.isArray(answer) ? answer : (answer as { items: unknown[] }).items;
  return items.map(item => (item as { id: string }).id);
}
