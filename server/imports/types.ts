import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { choiceOf } from '../graphql/choice';
import { ListInput, pageOf } from '../graphql/list';
import { InstantScalar } from '../graphql/scalars';
import { TextType } from '../graphql/text';
import type { Actor } from '../shared/actor';
import type { Instant } from '../shared/dates';
import type { Text } from '../shared/text';
import { allowedVerbs } from './access';
import { percentApplied } from './running';
import { type ImportBatch, type ImportProblem, type ImportSample, importKindCodes, importStates } from './tables';
import type { ImportOffer, ImportTemplate } from './template';

export const ImportKindWord = choiceOf('ImportKind', importKindCodes, 'What a file holds.');
const ImportStateWord = choiceOf('ImportState', importStates, 'How far an import has come.');

@ObjectType('ImportProblem', { description: 'What is wrong with one cell of a file, or with a whole row.' })
export class ImportProblemType implements Omit<ImportProblem, 'seq' | 'batchId'> {
  @Field(() => String, { nullable: true, description: 'Of a workbook.' })
  sheet!: string | null;

  @Field(() => Int, { description: 'As a spreadsheet numbers it: the header is row 1.' })
  row!: number;

  @Field(() => String, { nullable: true, description: 'As the file heads it; null when the row as a whole is wrong.' })
  column!: string | null;

  @Field(() => String, { nullable: true })
  value!: string | null;

  @Field(() => TextType)
  expected!: Text;
}

@ObjectType('ImportOffer', { description: 'A kind of file that your organisation may bring.' })
export class ImportOfferType implements ImportOffer {
  @Field(() => ImportKindWord)
  kind!: ImportOffer['kind'];

  @Field(() => TextType)
  label!: Text;

  @Field(() => [String], { description: 'Of records: the classes that you may bring; empty for other kinds.' })
  dataClasses!: readonly string[];
}

@ObjectType('ImportColumn')
export class ImportColumnType {
  @Field(() => TextType)
  label!: Text;

  @Field(() => [String], { description: 'Every heading that means this column.' })
  headings!: readonly string[];

  @Field(() => Boolean)
  isRequired!: boolean;

  @Field(() => TextType, { nullable: true, description: 'Why it is not imported, where it is known but passed over.' })
  passedOver!: Text | null;
}

@ObjectType('ImportTemplate', { description: 'The columns that a kind of file may have.' })
export class ImportTemplateType {
  @Field(() => [ImportColumnType])
  columns!: readonly ImportColumnType[];

  @Field(() => [TextType], { description: 'What must be there, alternatives in one sentence.' })
  needed!: readonly Text[];
}

export const templateShape = ({ columns, needed }: ImportTemplate): ImportTemplateType => ({
  columns: columns.map(({ label, headings, isRequired = false, passedOver = null }) => ({
    label,
    headings,
    isRequired,
    passedOver,
  })),
  needed,
});

@ObjectType('ImportSample', { description: 'The header of a file and its first rows, as they are written there.' })
export class ImportSampleType implements ImportSample {
  @Field(() => [String])
  headings!: readonly string[];

  @Field(() => [[String]])
  rows!: readonly (readonly string[])[];
}

export const ImportProblemPage = pageOf(ImportProblemType, 'ImportProblem');

@ObjectType('ImportBatch', { description: 'One file on its way in: what was found in it, and what became of it.' })
export class ImportBatchType implements Omit<ImportBatch, 'organisationId' | 'createdBy'> {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => ImportKindWord)
  kind!: ImportBatch['kind'];

  @Field(() => String, { nullable: true, description: 'Of records: their data class.' })
  dataClass!: ImportBatch['dataClass'];

  @Field(() => ID, { nullable: true, description: 'Of products: whose drafts they become.' })
  institutionId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Of firms of a white list: the list.' })
  listId!: string | null;

  @Field(() => String)
  fileName!: string;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the content, unpacked.' })
  digest!: string | null;

  @Field(() => ImportStateWord)
  state!: ImportBatch['state'];

  @Field(() => Int, { description: 'How much is checked or applied, 0 to 100.' })
  percent!: number;

  @Field(() => Int)
  rowsRead!: number;

  @Field(() => Int, { description: 'Rows that bring something new; before the import is applied, rows that would.' })
  rowsNew!: number;

  @Field(() => Int, { description: 'Rows that change nothing.' })
  rowsKnown!: number;

  @Field(() => Int, { description: 'All problems; the first million are listed.' })
  problemCount!: number;

  @Field(() => ImportSampleType, { nullable: true, description: 'Null until the first rows have been read.' })
  sample!: ImportSample | null;

  @Field(() => [TextType])
  notes!: readonly Text[];

  @Field(() => TextType, { nullable: true, description: 'Why it was refused or failed.' })
  failure!: Text | null;

  @Field(() => InstantScalar)
  createdAt!: Instant;

  @Field(() => InstantScalar, { nullable: true, description: 'The moment of the command that ended it.' })
  finishedAt!: Instant | null;

  @Field(() => [String])
  allowedVerbs!: readonly string[];
}

/** A batch as `actor` sees it; while it is being applied its progress comes from the process that is at it. */
export const batchShape = (actor: Actor, batch: ImportBatch): ImportBatchType => ({
  ...batch,
  percent: batch.state === 'applying' ? (percentApplied(batch.id) ?? 0) : batch.percent,
  allowedVerbs: allowedVerbs(actor, batch),
});

export const ImportBatchPage = pageOf(ImportBatchType, 'ImportBatch');

@InputType()
export class ImportBatchListInput extends ListInput {}

@InputType()
export class ImportProblemListInput extends ListInput {}

@ArgsType()
export class StartImportArgs {
  @Field(() => ID, { description: 'From POST /import/upload.' })
  uploadId!: string;

  @Field(() => ImportKindWord)
  kind!: ImportBatch['kind'];

  @Field(() => String, { nullable: true, description: 'Of records: the code of their data class.' })
  dataClass?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of products, for the operator: whose drafts they become.' })
  institutionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of firms of a white list, for a department: the list that they are put on.' })
  listId?: string | null;
}
