import { Readable } from 'node:stream';
import { keepUpload } from '../../../../server/imports/uploads';
import type { OrganisationKind } from '../../../../server/shared/actor';
import { checkedFile } from '../../imports';
import { anyOf, aTownRecord, every, membersOf, type TownRecord } from '../records';
import type { SignedInOrganisation, Townspeople } from '../town';

/** Imports and uploads of all who import, here and in the next town. */
export async function recordsOfImports(people: Townspeople): Promise<TownRecord[]> {
  const at = (kind: OrganisationKind) => ({ organisation: people.homes[kind], actor: people.officer(kind).actor });
  const records: TownRecord[] = [];
  for (const owner of [people.otherBank, people.otherDepartment, at('bank'), at('department'), at('operator')])
    records.push(await batchOf(people, owner), await uploadOf(people, owner));
  return records;
}

/** A file that was refused: it can be read about, and nothing more be done with it. */
async function batchOf({ world }: Townspeople, { organisation, actor }: SignedInOrganisation): Promise<TownRecord> {
  const wish =
    organisation.kind === 'department'
      ? ({ kind: 'records', dataClass: 'SOCIAL_INSURANCE' } as const)
      : organisation.kind === 'bank'
        ? ({ kind: 'products' } as const)
        : ({ kind: 'enterprises' } as const);
  const fileName = `${organisation.name}的文件.csv`;
  const { id, version } = await checkedFile(world, { ...wish, actor, name: fileName, content: '没有这一列\n1\n' });
  return aTownRecord({
    kind: 'importBatch',
    name: `the import of ${organisation.name}`,
    id,
    version,
    words: [fileName],
    isOwn: anyOf(membersOf(organisation), every('operator')),
  });
}

async function uploadOf({ world }: Townspeople, { organisation, actor }: SignedInOrganisation): Promise<TownRecord> {
  const id = world.newId();
  await keepUpload(actor, { uploadId: id, fileName: '待导入.csv', content: Readable.from(['a\n1\n']) });
  return aTownRecord({ kind: 'upload', name: `the upload of ${organisation.name}`, id, isOwn: membersOf(organisation) });
}
