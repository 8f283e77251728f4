import type { ActorContext } from '../../context';
import { conflict } from '../../shared/refusals';
import { type ApplicationChange, loadFor, moveApplication } from './moveApplication';
import { authorisedPairs } from './queries';
import type { Application } from './tables';

/**
 * The bank begins to look into an application that it has taken up. Refuses where the firm's consent does not let this bank
 * read its file today, a state other than accepted, another's application, and a stale version.
 */
export const startDueDiligence = (context: ActorContext, change: ApplicationChange): Promise<Application> =>
  context.db.write(async tx => {
    const locked = await loadFor(tx, context, { ...change, verb: 'startDueDiligence' });
    const started = await moveApplication(tx, context, locked, { verb: 'startDueDiligence' });
    const [isOpen] = await authorisedPairs(tx, [started], context.today);
    if (!isOpen) throw fileClosed(started.institutionId);
    return started;
  });

const fileClosed = (recipientId: string) =>
  conflict(
    {
      zh: '企业没有授权本行查询信用档案，或授权已到期、撤回，不能开始尽调。请先请企业授权；企业不授权的，以「R18 授权未给或已撤回」结束。',
      en: 'The firm does not let your bank read its credit file today, so due diligence cannot start. Ask it for its consent; without it, refuse with R18.',
    },
    { rule: 'dueDiligence.consent', recipientId, purpose: 'creditAssessment' },
  );
