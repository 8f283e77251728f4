import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../server/shared/actor';
import { type Client, type Running, serve } from '../support/http';
import { anActor } from '../support/identity';
import { outputCsv } from '../support/imports';
import { openWorld, type World } from '../support/world';

let world: World;
let server: Running;
let operator: Client;

beforeAll(async () => {
  world = await openWorld();
  server = await serve(world);
  operator = await server.as(await anActor(world, 'operator'));
});
afterAll(async () => {
  await server.close();
  await world.close();
});

type Batch = Record<string, unknown> & { id: string; state: string; allowedVerbs: string[] };

const fields =
  'id state kind fileName percent rowsRead rowsNew rowsKnown problemCount failure { zh en } notes { en } allowedVerbs';

async function upload(client: Client, name: string, content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob([content]), name);
  const answer = await client.fetch('/import/upload', { method: 'POST', headers: { 'x-requested-with': 'rongqiao' }, body });
  const { uploadId } = (await answer.json()) as { uploadId: string };
  return uploadId;
}

const start = async (client: Client, uploadId: string, kind: string) => {
  const document = `mutation ($uploadId: ID!, $kind: ImportKind!) { startImport(uploadId: $uploadId, kind: $kind) { ${fields} } }`;
  return (await client.data<{ startImport: Batch }>(document, { uploadId, kind })).startImport;
};

const apply = async (client: Client, id: string) =>
  (await client.data<{ applyImport: Batch }>(`mutation ($id: ID!) { applyImport(id: $id) { ${fields} } }`, { id })).applyImport;

/** The batch as soon as it stands still; a screen asks in the same way. */
async function settled(client: Client, id: string): Promise<Batch> {
  for (;;) {
    const { importBatch } = await client.data<{ importBatch: Batch }>(`query ($id: ID!) { importBatch(id: $id) { ${fields} } }`, {
      id,
    });
    if (!['checking', 'applying'].includes(importBatch.state)) return importBatch;
  }
}

describe('a file on screen', () => {
  it('is uploaded, checked, looked at and applied', async () => {
    const firms = await upload(operator, '企业.csv', 'enterpriseCode,name\nE1,甲公司\n');
    const started = await start(operator, firms, 'enterprises');
    expect(started).toMatchObject({ state: 'checking', fileName: '企业.csv', allowedVerbs: [] });
    const checked = await settled(operator, started.id);
    expect(checked).toMatchObject({ state: 'checked', percent: 100, rowsNew: 1, allowedVerbs: ['applyImport', 'discardImport'] });
    await apply(operator, checked.id);
    expect(await settled(operator, checked.id)).toMatchObject({ state: 'applied', rowsNew: 1, allowedVerbs: [] });

    const packed = gzipSync(outputCsv('E1,1,2019/1/5,B1,1.00,0.00,1.00, 作废发票'));
    const invoices = await settled(operator, (await start(operator, await upload(operator, 'x.csv.gz', packed), 'invoices')).id);
    await apply(operator, invoices.id);
    expect(await settled(operator, invoices.id)).toMatchObject({ state: 'applied', rowsNew: 1 });
  });

  it('with bad rows is refused and lists them page by page', async () => {
    const started = await start(operator, await upload(operator, 'bad.csv', 'enterpriseCode,name\nE8,\nE9,\n'), 'enterprises');
    expect(await settled(operator, started.id)).toMatchObject({ state: 'refused', problemCount: 2, allowedVerbs: [] });
    const document = `query ($id: ID!) {
      importProblems(batchId: $id, list: { perPage: 1, page: 2 }) { total items { row column value expected { zh en } } }
    }`;
    const { importProblems } = await operator.data(document, { id: started.id });
    expect(importProblems).toMatchObject({ total: 2, items: [{ row: 3, column: 'name', value: '' }] });
  });

  it('is gone once it was read', async () => {
    const uploadId = await upload(operator, 'a.csv', 'enterpriseCode,name\nE7,丁\n');
    await settled(operator, (await start(operator, uploadId, 'enterprises')).id);
    await expect(start(operator, uploadId, 'enterprises')).rejects.toThrow('NOT_FOUND');
  });

  it.each(['bank', 'regulator'] as const)('of the operator is nothing to a %s', async kind => {
    const actor: Actor = await anActor(world, kind);
    const client = await server.as(actor);
    const uploadId = await upload(operator, 'b.csv', 'enterpriseCode,name\nE6,戊\n');
    await expect(start(client, uploadId, 'enterprises')).rejects.toThrow(kind === 'bank' ? 'NOT_FOUND' : 'NOT_ALLOWED');
  });
});
