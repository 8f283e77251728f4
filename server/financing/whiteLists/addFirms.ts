import { and, eq, inArray } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Reader, Tx } from '../../database/database';
import { rowById } from '../../database/rows';
import { enterprises } from '../../enterprises/tables';
import { organisations } from '../../identity/tables';
import { send } from '../../messages/send';
import { invalidInput, notFound } from '../../shared/refusals';
import { checkUscc } from '../../shared/uscc';
import { type WhiteList, type WhiteListEntry, whiteListBanks, whiteListEntries, whiteLists } from './tables';
import { listWord } from './words';

/** Puts firms on a list, and tells them and the banks that the list goes to. `occasion` is the putting: told once, however often. */
export async function addFirms(
  tx: Tx,
  context: ActorContext,
  { list, firmIds, occasion }: { readonly list: WhiteList; readonly firmIds: readonly string[]; readonly occasion: string },
): Promise<void> {
  if (firmIds.length === 0) return;
  await tx.insertMany(
    whiteListEntries,
    firmIds.map(enterpriseId => ({
      id: context.newId(),
      listId: list.id,
      enterpriseId,
      leftAt: null,
      leaveReason: null,
      version: 1,
    })),
  );
  const [[department], banks] = await Promise.all([
    tx.select({ name: organisations.name }).from(organisations).where(eq(organisations.id, list.departmentId)),
    tx.select().from(whiteListBanks).where(eq(whiteListBanks.listId, list.id)),
  ]);
  const payload = { list: list.name, by: department?.name ?? '', firms: firmIds.length, reason: null };
  await send(tx, context, [
    ...banks.map(({ institutionId: recipientId }) => ({ recipientId, kind: 'whiteListPushed' as const, occasion, payload })),
    ...firmIds.map(recipientId => ({ recipientId, kind: 'whiteListed' as const, occasion, payload })),
  ]);
}

/** The same with what a file said, noted in the record. */
export async function addFirmsOfFile(
  tx: Tx,
  context: ActorContext,
  { list, firmIds, batchId }: { readonly list: WhiteList; readonly firmIds: readonly string[]; readonly batchId: string },
): Promise<void> {
  await addFirms(tx, context, { list, firmIds, occasion: `${list.id}/${batchId}` });
  await record(tx, context, {
    verb: 'extendWhiteList',
    subject: { kind: 'whiteList', id: list.id },
    details: { batchId, firms: firmIds.length },
  });
}

/** A list that the actor's department may add firms to; another's is not found, one whose last day has passed is refused. */
export async function listToFill(read: Reader, { actor, today }: ActorContext, id: string): Promise<WhiteList> {
  const list = await rowById(read, whiteLists, id);
  if (list?.departmentId !== actor.organisationId) throw notFound(listWord, id);
  if (list.validUntil >= today) return list;
  throw invalidInput('listId', id, 'whiteList.ended', {
    zh: `名单「${list.name}」已于 ${list.validUntil} 到期，请另建名单。`,
    en: `The list "${list.name}" ended on ${list.validUntil}: make another.`,
  });
}

/** The firms of the platform with these codes, by their codes in the form in which they are kept. */
export async function firmsByCode(read: Reader, codes: readonly string[]): Promise<ReadonlyMap<string, FoundFirm>> {
  const wanted = [...new Set(codes.map(code => checkUscc(code).normalised))];
  const rows = await read
    .select({ id: enterprises.id, name: organisations.name, uscc: organisations.uscc })
    .from(enterprises)
    .innerJoin(organisations, eq(organisations.id, enterprises.id))
    .where(and(inArray(organisations.uscc, wanted), eq(organisations.status, 'active')));
  return new Map(rows.flatMap(({ uscc, ...firm }) => (uscc === null ? [] : [[uscc, firm] as const])));
}

export type FoundFirm = { readonly id: string; readonly name: string };

/** What stands on a list of these firms already, by firm: those that have left included. */
export async function entriesOf(
  read: Reader,
  { id }: Pick<WhiteList, 'id'>,
  firmIds: readonly string[],
): Promise<ReadonlyMap<string, WhiteListEntry>> {
  const rows = await read
    .select()
    .from(whiteListEntries)
    .where(and(eq(whiteListEntries.listId, id), inArray(whiteListEntries.enterpriseId, [...firmIds])));
  return new Map(rows.map(entry => [entry.enterpriseId, entry]));
}
