import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context';
import { AllowSignedIn, signedIn } from '../graphql/guard';
import type { Page } from '../shared/list';
import { listAuditEntries } from './queries';
import { AuditEntryListInput, AuditEntryPage, type AuditEntryType, auditEntryShape } from './types';

@Resolver()
export class AuditResolver {
  @AllowSignedIn()
  @Query(() => AuditEntryPage, { description: 'The audit chain: the operator reads all, everybody else its own organisation.' })
  async auditEntries(
    @Ctx() context: RequestContext,
    @Arg('list', () => AuditEntryListInput, { defaultValue: {} }) list: AuditEntryListInput,
  ): Promise<Page<AuditEntryType>> {
    const { items, total } = await listAuditEntries(signedIn(context), list);
    return { items: items.map(auditEntryShape), total };
  }
}
