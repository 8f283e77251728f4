import { createHash } from 'node:crypto';
import type { ActorContext } from '../../context';
import { deriveFacts } from '../../enterprises/facts';
import { readRecords } from '../../enterprises/records/readRecords';
import type { Finding } from '../../matching/explain';
import type { Facts } from '../../matching/facts';
import { Explainer, engineVersion, type MatchableProduct, matchInputText, type RequestedFinancing } from '../../matching/match';
import type { CalendarDate } from '../../shared/dates';
import type { Application } from './tables';

export type Judgement = {
  readonly match: Pick<Application, 'matchVerdict' | 'matchDigest' | 'engineVersion'>;
  readonly findings: readonly Finding[];
};

export type JudgedRequest = {
  readonly enterpriseId: string;
  readonly institutionId: string;
  readonly product: MatchableProduct;
  readonly request: RequestedFinancing;
};

/**
 * The verdict on one product that goes to its bank with the application: from what the firm has authorised that bank to
 * read, and nothing else, because the findings tell it what was measured. The read is logged like the bank's own.
 */
export async function judgeFor(
  context: ActorContext,
  { enterpriseId, institutionId, product, request }: JudgedRequest,
): Promise<Judgement> {
  const { today } = context;
  const { records, withheld } = await readRecords(context, {
    enterpriseId,
    purpose: 'creditAssessment',
    readerOrganisationId: institutionId,
  });
  return judgedBy(deriveFacts({ records, notConsented: withheld, today }), { product, request }, today);
}

/** The verdict on one product by `facts` as of `today`, with a digest of all it was drawn from. */
export function judgedBy(
  facts: Facts,
  { product, request }: Pick<JudgedRequest, 'product' | 'request'>,
  today: CalendarDate,
): Judgement {
  const judged = new Explainer(facts, request, today).explain(product);
  const matchDigest = createHash('sha256')
    .update(matchInputText([product], facts, request, today))
    .digest('hex');
  return { match: { matchVerdict: judged.verdict, matchDigest, engineVersion }, findings: judged.findings };
}
