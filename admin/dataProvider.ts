import type { DataProvider, RaRecord } from 'react-admin';
import { ask } from './client';
import { operations } from './operations';
import type { ResourceOperations } from './resources';

type Page = { items: RaRecord[]; total: number };

/** The one value an operation answers, whatever its name. */
async function answerOf<Value>(document: string, variables: Record<string, unknown>, signal?: AbortSignal): Promise<Value> {
  const data = await ask<Record<string, Value>>(document, variables, signal);
  return Object.values(data)[0] as Value;
}

function documentOf(resource: string, operation: Exclude<keyof ResourceOperations, 'verbs'>): string {
  const document = (operations as Record<string, ResourceOperations>)[resource]?.[operation];
  if (!document) throw new Error(`resource ${resource} has no operation ${operation}`);
  return document;
}

export type RongqiaoDataProvider = DataProvider & {
  /** Runs a verb of a resource: a change of state with its own operation. */
  run: <Value = RaRecord>(resource: string, verb: string, variables: Record<string, unknown>) => Promise<Value>;
};

const notOffered = (what: string) => async (): Promise<never> => {
  throw new Error(`${what} is not offered: records change by their verbs`);
};

export const dataProvider: RongqiaoDataProvider = {
  async getList(resource, { pagination, sort, filter, signal }) {
    const { q, ...rest } = (filter ?? {}) as Record<string, unknown>;
    const page = await answerOf<Page>(
      documentOf(resource, 'list'),
      {
        list: {
          page: pagination?.page ?? 1,
          perPage: pagination?.perPage ?? 25,
          ...(sort?.field && sort.field !== 'id' ? { sort: sort.field, order: sort.order } : {}),
          ...(q ? { q } : {}),
          ...(Object.keys(rest).length > 0 ? { filter: rest } : {}),
        },
      },
      signal,
    );
    return { data: page.items as never[], total: page.total };
  },
  async getOne(resource, { id, signal }) {
    return { data: await answerOf(documentOf(resource, 'one'), { id }, signal) };
  },
  async getMany(resource, { ids, signal }) {
    return { data: await Promise.all(ids.map(id => answerOf<never>(documentOf(resource, 'one'), { id }, signal))) };
  },
  async create(resource, { data }) {
    return { data: await answerOf(documentOf(resource, 'create'), { input: data }) };
  },
  async update(resource, { id, data, previousData }) {
    return { data: await answerOf(documentOf(resource, 'update'), { id, version: previousData?.version, input: data }) };
  },
  async run(resource, verb, variables) {
    const document = (operations as Record<string, ResourceOperations>)[resource]?.verbs?.[verb];
    if (!document) throw new Error(`resource ${resource} has no verb ${verb}`);
    return answerOf(document, variables);
  },
  getManyReference: notOffered('getManyReference'),
  updateMany: notOffered('updateMany'),
  delete: notOffered('delete'),
  deleteMany: notOffered('deleteMany'),
};
