import type { ActorContext } from '../context';
import { rowById } from '../database/rows';
import { dataClasses, isRecordClassCode, type RecordClassCode } from '../enterprises/dataClasses';
import { organisations } from '../identity/tables';
import { invalidInput } from '../shared/refusals';
import type { Text } from '../shared/text';
import { mayImport } from './access';
import { importKinds, kindOf } from './kinds';
import { type Column, readHeading } from './reading/columns';
import type { ImportKindCode } from './tables';

/** A kind of file that an organisation may bring; of records, the classes it may bring them of. */
export type ImportOffer = { readonly kind: ImportKindCode; readonly label: Text; readonly dataClasses: readonly string[] };

/** What the actor's organisation may import, in the order in which a platform is filled; kinds that it may not are left out. */
export async function importOffers({ actor, db }: ActorContext): Promise<ImportOffer[]> {
  const organisation = await rowById(db.read, organisations, actor.organisationId);
  const codes = dataClasses.map(each => each.code);
  return importKinds.flatMap(({ code: kind, label }): ImportOffer[] => {
    const mayBring = (dataClass: RecordClassCode | null) => mayImport(actor, organisation ?? null, { kind, dataClass });
    if (kind !== 'records') return mayBring(null) ? [{ kind, label, dataClasses: [] }] : [];
    const brought = codes.filter(mayBring);
    return brought.length > 0 ? [{ kind, label, dataClasses: brought }] : [];
  });
}

/** The columns of a kind of file; `needed` says in words which must be there, alternatives included. */
export type ImportTemplate = { readonly columns: readonly Column[]; readonly needed: readonly Text[] };

/** What a file of this kind, and of records of this class, may hold. Refuses records without a class of the catalogue. */
export function importTemplate(kind: ImportKindCode, dataClass: string | null): ImportTemplate {
  const { columns, oneOf = [] } = kindOf(kind).columnsOf(classOf(kind, dataClass));
  const withoutAlternative = new Set(oneOf.flatMap(([only, ...others]) => (only && others.length === 0 ? only : [])));
  return {
    columns: columns.map(column => ({ ...column, isRequired: column.isRequired === true || withoutAlternative.has(column.key) })),
    needed: readHeading({ columns, oneOf }, []).missing,
  };
}

function classOf(kind: ImportKindCode, dataClass: string | null): RecordClassCode | null {
  if (kind !== 'records') return null;
  if (dataClass !== null && isRecordClassCode(dataClass)) return dataClass;
  throw invalidInput('dataClass', dataClass, 'dataClass.unknown', {
    zh: '请从数据目录中选择一个数据类。',
    en: 'Choose a data class of the catalogue.',
  });
}
