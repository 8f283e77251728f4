import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { organisations } from '../../identity/tables';
import { type CalendarDate, parseCalendarDate } from '../../shared/dates';
import { parseInput, says } from '../../shared/input';
import { conflict, invalidInput, notAllowed } from '../../shared/refusals';
import { checkUscc } from '../../shared/uscc';
import { addFirms, firmsByCode } from './addFirms';
import { type WhiteList, whiteListBanks, whiteLists } from './tables';

export type WhiteListInput = z.input<typeof shape>;

/** Firms of one list: what a person can put together, and a page can say of. */
const firmsMax = 1_000;

const shape = z.object({
  name: z.string().trim().min(2).max(100),
  purpose: z.string().trim().min(2).max(300),
  validUntil: z
    .string()
    .refine(
      text => parseCalendarDate(text) !== null,
      says('date', '应为存在的日期，写作 2026-12-31。', 'Write a day that exists, like 2026-12-31.'),
    )
    .transform(text => text as CalendarDate),
  institutionIds: z.array(z.string().min(1)).min(1).max(50),
  /** Unified social credit codes; none where they follow by file. */
  codes: z.array(z.string().trim().min(1)).max(firmsMax),
});

/**
 * A department puts firms on a list, by their unified social credit codes, and pushes it to banks; firms and banks are told. Refuses
 * by field a day that is not to come, a bank that there is not, and codes that no firm of the platform has, naming them all; and
 * a second list of the same name.
 */
export async function createWhiteList(context: ActorContext, input: WhiteListInput): Promise<WhiteList> {
  const { actor, db, now, today, newId } = context;
  if (actor.organisationKind !== 'department' || actor.role === 'auditor') throw departmentsOnly();
  const { institutionIds, codes, ...said } = parseInput(shape, input);
  if (said.validUntil <= today) throw past(said.validUntil, today);
  const [bankIds, firmIds, [known]] = await Promise.all([
    banksOf(db.read, institutionIds),
    firmsOf(db.read, codes),
    db.read
      .select({ id: whiteLists.id })
      .from(whiteLists)
      .where(and(eq(whiteLists.departmentId, actor.organisationId), eq(whiteLists.name, said.name))),
  ]);
  if (known) throw twice(said.name);
  const list: WhiteList = { ...said, id: newId(), departmentId: actor.organisationId, createdBy: actor.userId, createdAt: now };
  return db.write(async tx => {
    await tx.insert(whiteLists).values(list);
    await tx.insertMany(
      whiteListBanks,
      bankIds.map(institutionId => ({ listId: list.id, institutionId })),
    );
    await addFirms(tx, context, { list, firmIds, occasion: list.id });
    await record(tx, context, {
      verb: 'createWhiteList',
      subject: { kind: 'whiteList', id: list.id },
      details: { name: list.name, validUntil: list.validUntil, firms: firmIds.length, banks: bankIds.length },
    });
    return list;
  });
}

async function banksOf(read: Reader, wanted: readonly string[]): Promise<string[]> {
  const rows = await read
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(inArray(organisations.id, [...wanted]), eq(organisations.kind, 'bank'), eq(organisations.status, 'active')));
  const found = new Set(rows.map(({ id }) => id));
  const missing = wanted.find(id => !found.has(id));
  if (missing === undefined) return [...found];
  throw invalidInput('institutionIds', missing, 'whiteList.bank', {
    zh: '所选机构中有不存在或已停用的银行，请重新选择。',
    en: 'One of the institutions is no bank in service: choose again.',
  });
}

/** The firms with these codes; refuses codes that no firm of the platform has, naming them all. */
async function firmsOf(read: Reader, codes: readonly string[]): Promise<string[]> {
  const firms = await firmsByCode(read, codes);
  const unknown = codes.filter(code => !firms.has(checkUscc(code).normalised));
  if (unknown.length === 0) return [...firms.values()].map(({ id }) => id);
  const named = unknown.slice(0, 20).join('、');
  throw invalidInput('codes', unknown.slice(0, 20), 'whiteList.unknownFirms', {
    zh: `平台上没有这 ${unknown.length} 个统一社会信用代码对应的企业：${named}。请核对后重试。`,
    en: `No firm of the platform has these ${unknown.length} codes: ${named}. Check them and try again.`,
  });
}

const departmentsOnly = () =>
  notAllowed(
    { zh: '白名单由政府部门的经办人员提出。', en: 'White lists are made by those who work for a department.' },
    { rule: 'role' },
  );

const past = (validUntil: CalendarDate, today: CalendarDate) =>
  invalidInput('validUntil', validUntil, 'whiteList.past', {
    zh: `有效期应晚于今天 ${today}。`,
    en: `The last day must be after today, ${today}.`,
  });

const twice = (name: string) =>
  conflict(
    {
      zh: `本部门已有名为「${name}」的名单，请换一个名称。`,
      en: `Your department has a list named "${name}": choose another name.`,
    },
    { field: 'name', rule: 'whiteList.name' },
  );
