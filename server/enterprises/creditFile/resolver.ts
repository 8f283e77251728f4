import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { ActorContext, RequestContext } from '../../context';
import { Allow, signedIn } from '../../graphql/guard';
import type { Page } from '../../shared/list';
import type { ConsentPurpose } from '../consents/tables';
import { ConsentPurposeWord } from '../consents/types';
import { type CreditRecordType, creditRecordShape } from '../records/types';
import { creditFileOf, type FileRequest, invoiceMonthsOf, listRecords } from './queries';
import { CreditFileType, CreditRecordListInput, CreditRecordPage, creditFileShape, InvoiceMonthType } from './types';

@Resolver()
export class CreditFileResolver {
  @Allow(['enterprise'])
  @Query(() => CreditFileType, { description: 'All that the platform holds about your firm, and what follows from it.' })
  async myCreditFile(@Ctx() context: RequestContext): Promise<CreditFileType> {
    return creditFileShape(await creditFileOf(signedIn(context), ownFile(signedIn(context))));
  }

  @Allow(['operator', 'bank', 'guarantor', 'insurer'])
  @Query(() => CreditFileType, { description: "A firm's file as far as its consent to you for this purpose goes." })
  async creditFile(
    @Ctx() context: RequestContext,
    @Arg('enterpriseId', () => ID) enterpriseId: string,
    @Arg('purpose', () => ConsentPurposeWord) purpose: ConsentPurpose,
  ): Promise<CreditFileType> {
    return creditFileShape(await creditFileOf(signedIn(context), { enterpriseId, purpose }));
  }

  @Allow(['enterprise', 'operator', 'bank', 'guarantor', 'insurer'])
  @Query(() => CreditRecordPage, { description: 'Records in force, newest first.' })
  async creditRecords(
    @Ctx() context: RequestContext,
    @Arg('list', () => CreditRecordListInput, { defaultValue: {} }) list: CreditRecordListInput,
  ): Promise<Page<CreditRecordType>> {
    const request = { ...fileOf(signedIn(context), list.filter ?? {}), dataClass: list.filter?.dataClass ?? null };
    const { items, total } = await listRecords(signedIn(context), request, list);
    return { items: items.map(creditRecordShape), total };
  }

  @Allow(['enterprise', 'operator', 'bank', 'guarantor', 'insurer'])
  @Query(() => [InvoiceMonthType], { description: 'VAT invoices by month, oldest first.' })
  async invoiceMonths(
    @Ctx() context: RequestContext,
    @Arg('enterpriseId', () => ID, { nullable: true }) enterpriseId: string | null,
    @Arg('purpose', () => ConsentPurposeWord, { nullable: true }) purpose: ConsentPurpose | null,
  ): Promise<InvoiceMonthType[]> {
    return [...(await invoiceMonthsOf(signedIn(context), fileOf(signedIn(context), { enterpriseId, purpose })))];
  }
}

const ownFile = ({ actor }: ActorContext): FileRequest => ({ enterpriseId: actor.organisationId, purpose: 'ownFile' });

/** A firm that names nobody reads its own file; everybody else reads for a purpose, assessment unless it says another. */
function fileOf(
  context: ActorContext,
  { enterpriseId, purpose }: { enterpriseId?: string | null; purpose?: ConsentPurpose | null },
): FileRequest {
  const isOwn = !enterpriseId || enterpriseId === context.actor.organisationId;
  return isOwn ? ownFile(context) : { enterpriseId, purpose: purpose ?? 'creditAssessment' };
}
