import { eq } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { rowById } from '../../database/rows';
import { conflict } from '../../shared/refusals';
import { mayDo } from './access';
import { consentsBetween } from './consentsBetween';
import { type Judgement, judgeFor } from './judge';
import { type ApplicationChange, loadFor, moveApplication } from './moveApplication';
import { authorisedPairs } from './queries';
import { requestAsked } from './requestAsked';
import { channelOf } from './steps';
import { type Application, applicationFindings, applications } from './tables';

/**
 * The bank begins to look into an application that it has taken up. One that the firm did not send it itself is judged now, by
 * what the firm lets this bank read. Refuses where the firm's consent does not let this bank read its file today, a state other
 * than accepted, another's application, and a stale version.
 */
export async function startDueDiligence(context: ActorContext, change: ApplicationChange): Promise<Application> {
  const judgement = await judgedOnOpening(context, change.id);
  return context.db.write(async tx => {
    const locked = await loadFor(tx, context, { ...change, verb: 'startDueDiligence' });
    const started = await moveApplication(tx, context, locked, { verb: 'startDueDiligence' });
    const [isOpen] = await authorisedPairs(tx, [started], context.today);
    if (!isOpen) throw fileClosed(started.institutionId);
    if (started.consentId !== null) return started;
    if (judgement === null) throw fileClosed(started.institutionId);
    return keepJudgement(tx, context, started, judgement);
  });
}

/** The verdict from what the bank may read, for an application that was not judged so yet; null where it may not read. */
async function judgedOnOpening(context: ActorContext, id: string): Promise<Judgement | null> {
  const application = await rowById(context.db.read, applications, id);
  // Nothing is read for somebody who is then refused.
  if (!application || application.consentId !== null || application.state !== 'accepted') return null;
  if (!mayDo(context.actor, application, 'startDueDiligence')) return null;
  const [isOpen] = await authorisedPairs(context.db.read, [application], context.today);
  if (!isOpen) return null;
  return judgeFor(context, { ...application, ...(await requestAsked(context.db.read, application, context.today)) });
}

async function keepJudgement(
  tx: Tx,
  context: ActorContext,
  started: Application,
  { match, findings }: Judgement,
): Promise<Application> {
  const consents = await consentsBetween(tx, started, context.today);
  const known = {
    ...match,
    consentId: consents[0]?.id ?? null,
    channel: channelOf(consents.flatMap(({ dataClasses }) => dataClasses)),
  };
  await tx.update(applications).set(known).where(eq(applications.id, started.id));
  await tx.insert(applicationFindings).values({ applicationId: started.id, findings });
  return { ...started, ...known };
}

const fileClosed = (recipientId: string) =>
  conflict(
    {
      zh: '企业没有授权本行查询信用档案，或授权已到期、撤回，不能开始尽调。请先请企业授权；企业不授权的，以「R18 授权未给或已撤回」结束。',
      en: 'The firm does not let your bank read its credit file today, so due diligence cannot start. Ask it for its consent; without it, refuse with R18.',
    },
    { rule: 'dueDiligence.consent', recipientId, purpose: 'creditAssessment' },
  );
