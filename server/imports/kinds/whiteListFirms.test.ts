import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aFirm, type Firm } from '../../../tests/support/enterprises';
import { anActor } from '../../../tests/support/identity';
import { checkedFile, importedFile, problemsIn } from '../../../tests/support/imports';
import { openWorld, type World } from '../../../tests/support/world';
import { createWhiteList } from '../../financing/whiteLists/createWhiteList';
import { leaveWhiteList } from '../../financing/whiteLists/leaveWhiteList';
import { listEntries } from '../../financing/whiteLists/queries';
import { type WhiteList, whiteListEntries } from '../../financing/whiteLists/tables';
import { messages } from '../../messages/tables';
import type { Actor } from '../../shared/actor';
import { composeUscc } from '../../shared/uscc';

let world: World;
let department: Actor;
let bank: Actor;
let firms: Firm[];
let list: WhiteList;
const codes = ['MA6LTD01', 'MA6LTD02', 'MA6LTD03'].map(body => composeUscc('91510603', body));

beforeEach(async () => {
  world = await openWorld();
  department = await anActor(world, 'department');
  bank = await anActor(world, 'bank');
  firms = [];
  for (const [place, uscc] of codes.entries()) firms.push(await aFirm(world, { uscc, name: `名单企业${place + 1}` }));
  list = await createWhiteList(as(department), {
    name: '星辰计划',
    purpose: '科技创新企业融资对接',
    validUntil: '2027-06-30',
    institutionIds: [bank.organisationId],
    codes: codes.slice(0, 1),
  });
});
afterEach(() => world.close());

const as = (actor: Actor) => world.contextFor(actor);
const file = (content: string, values: { actor?: Actor; listId?: string } = {}) => ({
  kind: 'whiteListFirms' as const,
  listId: list.id,
  actor: department,
  content,
  ...values,
});
const onList = async () => (await listEntries(as(department), list.id, { page: 1, perPage: 20 })).total;
const told = async (recipientId: string) =>
  (await world.db.read.select().from(messages).where(eq(messages.recipientId, recipientId))).map(({ kind }) => kind);

describe('the firms of a white list', () => {
  it('come from a file once it has been looked at; firms and banks are told, and what is known changes nothing', async () => {
    const content = `企业名称,统一社会信用代码\n名单企业1,${codes[0]}\n名单企业2,${codes[1]?.toLowerCase()}\n,${codes[2]}\n`;
    const checked = await checkedFile(world, file(content));
    expect(checked).toMatchObject({ state: 'checked', rowsRead: 3, rowsNew: 2, rowsKnown: 1, problemCount: 0 });
    expect(await onList()).toBe(1);
    expect(await importedFile(world, file(content))).toMatchObject({ state: 'applied', rowsNew: 2, rowsKnown: 1 });
    expect(await onList()).toBe(3);
    expect(await told(firms[2]?.id ?? '')).toEqual(['whiteListed']);
    expect(await told(bank.organisationId)).toEqual(['whiteListPushed', 'whiteListPushed']);
    expect(await importedFile(world, file(content))).toMatchObject({ state: 'applied', rowsNew: 0, rowsKnown: 3 });
    expect(await told(bank.organisationId)).toHaveLength(2);
  });

  it('are refused as a whole with every bad row: malformed, unknown, twice, another’s name, and one that left', async () => {
    const [entry] = await world.db.read.select().from(whiteListEntries);
    await leaveWhiteList(as(firms[0]?.actor ?? department), { id: entry?.id ?? '', version: 1, reason: '不需要融资' });
    const batch = await checkedFile(
      world,
      file(`uscc,name\n123,甲\n91510603MA6AAAA105,乙\n${codes[1]},\n${codes[1]},\n${codes[2]},别的企业\n${codes[0]},\n`),
    );
    expect(batch).toMatchObject({ state: 'refused', problemCount: 5 });
    expect(await problemsIn(world, batch)).toEqual([
      { row: 2, column: 'uscc', value: '123' },
      { row: 3, column: 'uscc', value: '91510603MA6AAAA105' },
      { row: 5, column: 'uscc', value: codes[1] },
      { row: 6, column: 'name', value: '别的企业' },
      { row: 7, column: 'uscc', value: codes[0] },
    ]);
    expect(await onList()).toBe(1);
  });

  it('are brought by the department whose list it is, and by nobody else; not once the list has ended', async () => {
    const rows = `uscc\n${codes[1]}\n`;
    const other = await anActor(world, 'department');
    await expect(checkedFile(world, file(rows, { actor: other }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(checkedFile(world, file(rows, { listId: 'nowhere' }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const actor of [bank, await anActor(world, 'operator'), { ...department, role: 'auditor' as const }])
      await expect(checkedFile(world, file(rows, { actor }))).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    world.setNow(new Date('2027-07-01T02:00:00Z'));
    await expect(checkedFile(world, file(rows))).rejects.toMatchObject({ details: { rule: 'whiteList.ended' } });
  });
});
