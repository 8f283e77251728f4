import { type GraphQLField, type GraphQLSchema, getNamedType, getNullableType, isInputObjectType, isListType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../../server/api/schema';
import { admissions } from '../../server/graphql/guard';

let schema: GraphQLSchema;
let operations: [name: string, field: GraphQLField<unknown, unknown>][];
beforeAll(async () => {
  schema = await createSchema();
  operations = Object.entries({
    ...schema.getQueryType()?.getFields(),
    ...schema.getMutationType()?.getFields(),
    ...schema.getSubscriptionType()?.getFields(),
  });
});

/** Lists without pages: vocabularies and the parts of one record, whose length the house itself decides. */
const boundedLists: readonly string[] = [
  'attributes',
  'calendarYears',
  'consentRecipients',
  'dataClasses',
  'demoAccounts',
  'doors',
  'escalationCounts',
  'importOffers',
  'industries',
  'invoiceMonths',
  'measures',
  'offerSchemes',
  'productVersions',
  'reasonCodes',
  'dealReasons',
  'lineReasons',
  'regionPath',
  'regions',
  'schemeTemplates',
  'webhooks',
  'warningResults',
];

describe('every operation', () => {
  it('says who may call it', () => {
    const silent = operations.filter(([name]) => !admissions.has(name)).map(([name]) => name);
    expect(silent).toEqual([]);
  });

  it('that changes something is closed to those who only read, unless it is about oneself', () => {
    const open = Object.keys(schema.getMutationType()?.getFields() ?? {}).filter(name => !admissions.get(name)?.roles);
    expect(open.filter(name => !openToAllRoles.includes(name))).toEqual([]);
  });
});

/** Signing in and out, one's own password, and registering are for every role. */
const openToAllRoles = ['changePassword', 'issueToken', 'registerEnterprise', 'signIn', 'signOut'];

describe('every list', () => {
  it('has pages, or a length that the house decides', () => {
    const queries = Object.entries(schema.getQueryType()?.getFields() ?? {});
    const unbounded = queries.filter(([, field]) => isListType(getNullableType(field.type))).map(([name]) => name);
    expect(unbounded.filter(name => !boundedLists.includes(name))).toEqual([]);
  });

  it('of pages takes how many records a page has', () => {
    const paged = operations.filter(([, field]) => getNamedType(field.type).name.endsWith('Page'));
    const without = paged.filter(([, field]) => !pagingOf(field)).map(([name]) => name);
    expect(without).toEqual([]);
  });
});

const pagingOf = (field: GraphQLField<unknown, unknown>) =>
  field.args.find(({ type }) => {
    const named = getNamedType(type);
    return isInputObjectType(named) && 'perPage' in named.getFields();
  });
