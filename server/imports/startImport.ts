import { record } from '../audit/record';
import type { ActorContext } from '../context';
import { rowById } from '../database/rows';
import { listToFill } from '../financing/whiteLists/addFirms';
import { organisations } from '../identity/tables';
import { institutionFor } from '../products/createProduct';
import { type RecordedDataClassCode, recordedDataClassCodes } from '../shared/dataClassCodes';
import { invalidInput, notAllowed } from '../shared/refusals';
import { mayImport } from './access';
import { checkFile } from './checkFile';
import { inTurn } from './running';
import { type ImportBatch, type ImportKindCode, importBatches } from './tables';

export type StartImportInput = {
  readonly kind: ImportKindCode;
  /** Of records: the code of their class. */
  readonly dataClass?: string | null;
  /** Of products: whose drafts they become. A bank's are its own. */
  readonly institutionId?: string | null;
  /** Of firms of a white list: the list that they are put on. */
  readonly listId?: string | null;
  readonly fileName: string;
  readonly path: string;
};

/** An import that goes on after the command has answered: `done` is the batch when it stands still, and never rejects. */
export type Underway = { readonly batch: ImportBatch; readonly done: Promise<ImportBatch> };

/**
 * Takes in a file and begins to check it; nothing is imported before `applyImport`. Refuses a class without records,
 * records without a class, a kind that the actor's organisation does not supply, and a white list that is not its own.
 */
export async function startImport(context: ActorContext, input: StartImportInput): Promise<Underway> {
  const { actor } = context;
  const dataClass = readDataClass(input);
  const batch = await context.db.write(async tx => {
    const organisation = await rowById(tx, organisations, actor.organisationId);
    if (!mayImport(actor, organisation ?? null, { kind: input.kind, dataClass })) throw notYours();
    const opened: ImportBatch = {
      id: context.newId(),
      kind: input.kind,
      dataClass,
      institutionId:
        input.kind === 'products'
          ? (await institutionFor(tx, context, { wanted: input.institutionId ?? null, kinds: ['loan'] })).id
          : null,
      listId: input.kind === 'whiteListFirms' ? (await listToFill(tx, context, input.listId ?? '')).id : null,
      fileName: input.fileName,
      digest: null,
      state: 'checking',
      percent: 0,
      rowsRead: 0,
      rowsNew: 0,
      rowsKnown: 0,
      problemCount: 0,
      sample: null,
      notes: [],
      failure: null,
      organisationId: actor.organisationId,
      createdBy: actor.userId,
      createdAt: context.now,
      finishedAt: null,
      version: 1,
    };
    await tx.insert(importBatches).values(opened);
    const { kind, fileName } = opened;
    await record(tx, context, {
      verb: 'startImport',
      subject: { kind: 'importBatch', id: opened.id },
      details: { kind, dataClass, fileName },
    });
    return opened;
  });
  return { batch, done: inTurn(() => checkFile(context, batch, input.path)) };
}

/** The class of records; null for other kinds. Refuses one without the other, and a class that the catalogue has not. */
function readDataClass({ kind, dataClass }: StartImportInput): RecordedDataClassCode | null {
  const code = recordedDataClassCodes.find(each => each === dataClass);
  if ((kind === 'records') !== (code !== undefined) || (dataClass && code === undefined)) throw classOfRecords(dataClass ?? null);
  return code ?? null;
}

const classOfRecords = (dataClass: string | null) =>
  invalidInput('dataClass', dataClass, 'dataClass.ofRecords', {
    zh: '导入数据记录时须选择目录中的数据类；导入其他内容时不选。',
    en: 'Choose a data class of the catalogue when you import records, and none when you import anything else.',
  });

const notYours = () =>
  notAllowed(
    {
      zh: '贵机构不能导入此类数据：部门只导入本部门提供的数据类和本部门白名单的企业，银行只导入本行产品和本行贷款的还款。',
      en: 'Your organisation may not import this: a department imports the classes that it supplies and the firms of its white lists, a bank its own products and repayments.',
    },
    { rule: 'importKind' },
  );
