import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { AccessLogResolver } from '../enterprises/accessLog/resolver';
import { ConsentResolver } from '../enterprises/consents/resolver';
import { EnterpriseResolver } from '../enterprises/resolver';

/** The GraphQL schema of the platform from every module's resolver. Commands check their own input, type-graphql none. */
export const createSchema = (): Promise<GraphQLSchema> =>
  buildSchema({
    resolvers: [AccessLogResolver, ConsentResolver, EnterpriseResolver],
    validate: false,
  });
