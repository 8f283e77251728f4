import { and, eq, isNull } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { organisations } from '../../identity/tables';
import { send } from '../../messages/send';
import { conflict, notAllowed, notFound, staleVersion } from '../../shared/refusals';
import { checkOfferReason } from '../offers/moveOffer';
import { type WhiteListEntry, whiteListEntries, whiteLists } from './tables';
import { entryWord } from './words';

export type LeaveInput = { readonly id: string; readonly version: number; readonly reason: string };

/**
 * A firm takes itself off a list, with its reason: from then on no bank sees it there. `id` is that of its entry. Refuses another
 * firm's as not found, an auditor, a stale version, and an entry that it has left.
 */
export async function leaveWhiteList(context: ActorContext, { id, version, reason }: LeaveInput): Promise<WhiteListEntry> {
  const { actor, now } = context;
  const leaveReason = checkOfferReason(reason);
  return context.db.write(async tx => {
    const [found] = await tx
      .select({ entry: whiteListEntries, list: whiteLists, firm: organisations.name })
      .from(whiteListEntries)
      .innerJoin(whiteLists, eq(whiteLists.id, whiteListEntries.listId))
      .innerJoin(organisations, eq(organisations.id, whiteListEntries.enterpriseId))
      .where(eq(whiteListEntries.id, id));
    if (found?.entry.enterpriseId !== actor.organisationId) throw notFound(entryWord, id);
    const { entry, list, firm } = found;
    if (actor.role === 'auditor')
      throw notAllowed(
        { zh: '您的角色只能查看，不能退出名单。', en: 'Your role may read but not leave a list.' },
        { rule: 'role' },
      );
    if (entry.version !== version) throw staleVersion(entryWord, version, entry.version);
    if (entry.leftAt !== null)
      throw conflict({ zh: '本企业已经退出这份名单。', en: 'Your firm has left this list already.' }, { rule: 'whiteList.left' });
    const left = { ...entry, leftAt: now, leaveReason, version: version + 1 };
    await tx
      .update(whiteListEntries)
      .set({ leftAt: left.leftAt, leaveReason, version: left.version })
      .where(and(eq(whiteListEntries.id, id), isNull(whiteListEntries.leftAt)));
    const payload = { list: list.name, by: firm, firms: 1, reason: { zh: leaveReason, en: leaveReason } };
    await send(tx, context, [{ recipientId: list.departmentId, kind: 'whiteListLeft', occasion: id, payload }]);
    await record(tx, context, {
      verb: 'leaveWhiteList',
      subject: { kind: 'whiteList', id: list.id },
      reason: leaveReason,
      details: { entryId: id },
    });
    return left;
  });
}
