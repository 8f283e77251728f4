import { z } from 'zod';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { type CalendarDate, parseCalendarDate } from '../../shared/dates';
import { parseInput, says } from '../../shared/input';
import { conflict, invalidInput, notAllowed } from '../../shared/refusals';
import { entryById } from './queries';
import { contactResults, type WhiteListContact, whiteListContacts } from './tables';

export type ContactInput = z.input<typeof shape>;

const day = z
  .string()
  .refine(
    text => parseCalendarDate(text) !== null,
    says('date', '应为存在的日期，写作 2026-12-31。', 'Write a day that exists, like 2026-12-31.'),
  )
  .transform(text => text as CalendarDate);

const shape = z.object({
  contactedOn: day,
  result: z.enum(contactResults),
  note: z
    .string()
    .trim()
    .max(300)
    .nullish()
    .transform(note => note || null),
  nextOn: day.nullish().transform(next => next ?? null),
});

/**
 * A bank notes that it was in touch with a firm on a list pushed to it: when, what came of it, and when it will be again. Refuses
 * (as not found) an entry of a list that it does not see, a firm that has left, a day to come, and a next day before it.
 */
export async function recordContact(
  context: ActorContext,
  { entryId, input }: { readonly entryId: string; readonly input: ContactInput },
): Promise<WhiteListContact> {
  const { actor, now, today, newId } = context;
  const said = parseInput(shape, input);
  const { entry } = await entryById(context, entryId);
  if (actor.organisationKind !== 'bank' || actor.role === 'auditor')
    throw notAllowed(
      { zh: '联系情况由银行的经办人员登记。', en: 'Contacts are noted by those who work for a bank.' },
      { rule: 'role' },
    );
  if (entry.leftAt !== null)
    throw conflict({ zh: '该企业已退出这份名单。', en: 'The firm has left this list.' }, { rule: 'whiteList.left' });
  if (said.contactedOn > today) throw wrongDay('contactedOn', said.contactedOn);
  if (said.nextOn !== null && said.nextOn < said.contactedOn) throw wrongDay('nextOn', said.nextOn);
  const contact: WhiteListContact = {
    ...said,
    id: newId(),
    entryId,
    institutionId: actor.organisationId,
    createdBy: actor.userId,
    createdAt: now,
  };
  return context.db.write(async tx => {
    await tx.insert(whiteListContacts).values(contact);
    await record(tx, context, {
      verb: 'recordContact',
      subject: { kind: 'whiteList', id: entry.listId },
      details: { entryId, result: contact.result, contactedOn: contact.contactedOn, nextOn: contact.nextOn },
    });
    return contact;
  });
}

const wrongDay = (field: 'contactedOn' | 'nextOn', value: CalendarDate) =>
  invalidInput(field, value, `whiteList.${field}`, {
    zh: field === 'contactedOn' ? '联系日期不能晚于今天。' : '下次联系日期不能早于这次。',
    en: field === 'contactedOn' ? 'A contact cannot lie ahead.' : 'The next contact cannot come before this one.',
  });
