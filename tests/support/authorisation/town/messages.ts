import { eq } from 'drizzle-orm';
import type { Organisation } from '../../../../server/identity/tables';
import { send } from '../../../../server/messages/send';
import { messages } from '../../../../server/messages/tables';
import { aTownRecord, membersOf, type TownRecord } from '../records';
import type { Townspeople } from '../town';

/** A message to each firm and to the banks, with words by which it is known again. */
export async function recordsOfMessages(people: Townspeople): Promise<TownRecord[]> {
  const { homes, firm, otherFirm, otherBank } = people;
  const recipients = [otherFirm.organisation, otherBank.organisation, firm.organisation, homes.bank];
  return Promise.all(recipients.map(recipient => messageTo(people, recipient)));
}

async function messageTo({ world }: Townspeople, { id: recipientId, name }: Organisation): Promise<TownRecord> {
  const productName = `只告诉${name}的产品`;
  const product = { id: world.newId(), name: productName, institution: '某行' };
  const payload = { runId: world.newId(), entered: [product], enteredCount: 1, left: [], leftCount: 0 };
  await world.db.write(tx =>
    send(tx, { now: world.now(), newId: world.newId }, [{ recipientId, kind: 'matchesChanged', occasion: 'town', payload }]),
  );
  const [message] = await world.db.read.select().from(messages).where(eq(messages.recipientId, recipientId));
  if (!message) throw new Error(`no message to ${name}`);
  return aTownRecord({
    kind: 'message',
    name: `the message to ${name}`,
    id: message.id,
    words: [productName],
    isOwn: membersOf({ id: recipientId }),
  });
}
