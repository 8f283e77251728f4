// The yardstick of the API benchmark: node:http, better-sqlite3, the statements that the platform runs for the same
// questions, and nothing else. It looks the session up, runs them, and writes the same data.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import Sqlite from 'better-sqlite3';
import type { ApiCase } from './apiCases';

/** One statement as the platform ran it, with its values. */
export type Asked = { readonly sql: string; readonly values: readonly unknown[] };

export type BarePlan = {
  readonly file: string;
  /** Looks a session up by the hash of its token, which each request brings. */
  readonly session: string;
  readonly cases: readonly BareCase[];
};

type BareCase = {
  readonly name: ApiCase['name'];
  readonly asked: readonly Asked[];
  /** The ids of the credit records on the page: which records are in force is not this server's question. */
  readonly recordIds: readonly string[];
  readonly recordTotal: number;
};

type Row = readonly unknown[];

const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as BarePlan;
const reader = new Sqlite(plan.file, { readonly: true });
const writer = new Sqlite(plan.file);
writer.pragma('synchronous = FULL');
writer.pragma('foreign_keys = ON');

const session = reader.prepare(plan.session).raw();
const answers = new Map(plan.cases.map(bareCase => [bareCase.name, answering(bareCase)]));

const server = createServer((request, response) => {
  const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
  const answer = answers.get(request.url?.slice(1) as ApiCase['name']);
  if (!answer || !session.get(createHash('sha256').update(token).digest('hex'))) {
    response.writeHead(answer ? 401 : 404).end();
    return;
  }
  const body = JSON.stringify({ data: answer() });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : address);
});

function answering(bareCase: BareCase): () => unknown {
  return bareCase.name === 'products' ? productsOf(bareCase) : firmOf(bareCase);
}

function productsOf({ asked }: BareCase): () => unknown {
  const list = query(asked, /^select .* limit /);
  const count = query(asked, /^select count/);
  const [id, code, version, listing, published] = ['id', 'code', 'version', 'listing', 'first_published_on'].map(name =>
    list.at(`products.${name}`),
  );
  const [institutionId, institutionName] = ['id', 'name'].map(name => list.at(`organisations.${name}`));
  const terms = (name: string) => list.at(`product_versions.${name}`);
  const [name, category, labels, securities] = [terms('name'), terms('category'), terms('labels'), terms('securities')];
  const [fenMin, fenMax] = [terms('amount_fen_min'), terms('amount_fen_max')];
  const [monthsMin, monthsMax] = [terms('term_months_min'), terms('term_months_max')];
  return () => ({
    products: {
      total: count.rows()[0]?.[0],
      items: list.rows().map(row => ({
        id: cell(row, id),
        code: cell(row, code),
        version: cell(row, version),
        state: cell(row, listing),
        firstPublishedOn: cell(row, published),
        institution: { id: cell(row, institutionId), name: cell(row, institutionName) },
        terms: {
          name: cell(row, name),
          category: cell(row, category),
          labels: json(cell(row, labels)),
          amountFenMin: cell(row, fenMin),
          amountFenMax: cell(row, fenMax),
          termMonthsMin: cell(row, monthsMin),
          termMonthsMax: cell(row, monthsMax),
          securities: json(cell(row, securities)),
        },
      })),
    },
  });
}

function firmOf({ asked, recordIds, recordTotal }: BareCase): () => unknown {
  const shown = new Set(recordIds);
  const reads = asked.filter(({ sql }) => /^select/.test(sql)).map(one => query([one], /^select/));
  const writes = asked
    .filter(({ sql }) => /^insert/.test(sql))
    .map(({ sql, values }) => ({ statement: writer.prepare(sql), values }));
  const from = (table: string, column: string) =>
    reads.findIndex(({ sql }) => sql.includes(` from "${table}"`) && sql.includes(`"${column}"`));
  const places = {
    organisation: from('organisations', 'status'),
    enterprise: from('enterprises', 'founded_on'),
    consents: reads.findIndex(({ sql }) => /from "consents" .* limit /.test(sql)),
    total: reads.findIndex(({ sql }) => /^select count\(\*\) from "consents"/.test(sql)),
    recipients: reads.findIndex(({ sql }) => /^select "id", "name", "kind" from "organisations"/.test(sql)),
    records: from('credit_records', 'value'),
  };
  const pick = (place: keyof typeof places, row: Row | undefined, column: string): unknown =>
    cell(row ?? [], reads[places[place]]?.at(column) ?? -1);
  const writeAll = writer.transaction(() => {
    for (const { statement, values } of writes) statement.run(...values);
  });
  return () => {
    const answered = reads.map(({ rows }) => rows());
    if (writes.length > 0) writeAll.immediate();
    const [firm] = answered[places.organisation] ?? [];
    const [details] = answered[places.enterprise] ?? [];
    const recipients = new Map((answered[places.recipients] ?? []).map(row => [row[0], row[1]]));
    return {
      enterprise: {
        id: pick('organisation', firm, 'id'),
        version: pick('enterprise', details, 'version'),
        name: pick('organisation', firm, 'name'),
        uscc: pick('organisation', firm, 'uscc'),
        status: pick('organisation', firm, 'status'),
        foundedOn: pick('enterprise', details, 'founded_on'),
        registeredCapitalFen: pick('enterprise', details, 'registered_capital_fen'),
        legalRepresentative: pick('enterprise', details, 'legal_representative'),
        industryCode: pick('enterprise', details, 'industry_code'),
        regionCode: pick('organisation', firm, 'region_code'),
      },
      creditRecords: {
        total: recordTotal,
        items: (answered[places.records] ?? [])
          .filter(row => shown.has(String(pick('records', row, 'seq'))))
          .map(row => ({
            id: String(pick('records', row, 'seq')),
            dataClass: pick('records', row, 'data_class'),
            period: pick('records', row, 'period'),
            asOf: pick('records', row, 'as_of'),
            source: pick('records', row, 'source'),
            value: json(pick('records', row, 'value')),
          }))
          .sort((a, b) => recordIds.indexOf(a.id) - recordIds.indexOf(b.id)),
      },
      consents: {
        total: answered[places.total]?.[0]?.[0],
        items: (answered[places.consents] ?? []).map(row => ({
          id: pick('consents', row, 'id'),
          purpose: pick('consents', row, 'purpose'),
          dataClasses: json(pick('consents', row, 'data_classes')),
          validTo: pick('consents', row, 'valid_to'),
          recipient: { id: pick('consents', row, 'recipient_id'), name: recipients.get(pick('consents', row, 'recipient_id')) },
        })),
      },
    };
  };
}

/** The statement that fits `which`, with the place of each column by its name: `products.id`, or `id` of one table. */
function query(asked: readonly Asked[], which: RegExp) {
  const found = asked.find(({ sql }) => which.test(sql));
  if (!found) throw new Error(`the platform ran no ${which}`);
  const { sql, values } = found;
  const statement = reader.prepare(sql).raw();
  const columns = sql
    .slice('select '.length, sql.indexOf(' from '))
    .split(', ')
    .map(name => name.replaceAll('"', ''));
  return { sql, at: (column: string): number => columns.indexOf(column), rows: () => statement.all(...values) as Row[] };
}

const cell = (row: Row, at: number | undefined): unknown => row[at ?? -1] ?? null;
const json = (value: unknown): unknown => JSON.parse(String(value));
