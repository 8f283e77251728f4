import { eq, inArray, or } from 'drizzle-orm';
import { noteChange } from '../../changes/noteChange';
import type { ActorContext } from '../../context';
import type { Reader, Tx } from '../../database/database';
import { type Enterprise, type EntityType, enterprises } from '../../enterprises/tables';
import { type Organisation, organisations } from '../../identity/tables';
import { industryByCode } from '../../shared/industries';
import { conflict } from '../../shared/refusals';
import { regionByCode } from '../../shared/regions';
import type { Text } from '../../shared/text';
import { checkUscc } from '../../shared/uscc';
import { type Admitted, type ImportKind, type Intake, type Placed, problemAt } from '../importKind';
import { type Cells, expectedDay, expectedYuan, readDay, readYuan } from '../reading/cells';
import type { Columns } from '../reading/columns';
import type { ImportBatch } from '../tables';
import { firmColumnNeeded, firmColumns } from './firms';
import { Staging } from './staging';

/** Firms as an outside register lists them. */
export const enterpriseKind: ImportKind = {
  code: 'enterprises',
  label: { zh: '企业名册', en: 'Enterprises' },
  columnsOf: () => enterpriseColumns,
  intakeOf: (context, batch) => new EnterpriseIntake(context, batch),
};

const judgement: Text = {
  zh: '「信誉评级」「是否违约」是一家银行自己的判断，不是企业的数据，没有导入。',
  en: "信誉评级 and 是否违约 are one bank's own judgement and no data of the firm: they were not imported.",
};

const column = (key: string, zh: string, en: string, ...headings: string[]) => ({
  key,
  label: { zh, en },
  headings: [zh, ...headings, key],
});

const enterpriseColumns: Columns = {
  columns: [
    ...firmColumns,
    { ...column('name', '企业名称', 'Name', '名称'), isRequired: true },
    column('regionCode', '行政区划代码', 'Division code', '区划代码', '地区代码'),
    column('industryCode', '行业代码', 'Industry code', '国民经济行业代码'),
    column('foundedOn', '成立日期', 'Founded on', '注册日期'),
    column('entityType', '主体类型', 'Type of entity'),
    column('legalRepresentative', '法定代表人', 'Legal representative'),
    column('registeredCapital', '注册资本', 'Registered capital in yuan', '注册资本（元）'),
    column('address', '住所', 'Address', '地址', '注册地址'),
    { ...column('rating', '信誉评级', 'Rating'), passedOver: judgement },
    { ...column('hasDefaulted', '是否违约', 'Has defaulted'), passedOver: judgement },
  ],
  oneOf: [firmColumnNeeded],
};

const entityTypeNames = new Map<string, EntityType>([
  ['企业', 'enterprise'],
  ['enterprise', 'enterprise'],
  ['个体工商户', 'selfEmployed'],
  ['selfEmployed', 'selfEmployed'],
  ['农民专业合作社', 'cooperative'],
  ['合作社', 'cooperative'],
  ['cooperative', 'cooperative'],
]);

/** What a row says of a firm; null where it says nothing. */
type FirmRow = Pick<Organisation, 'uscc' | 'usccVerdict' | 'regionCode' | 'name'> &
  Pick<Enterprise, 'code' | 'industryCode' | 'foundedOn' | 'legalRepresentative' | 'registeredCapitalFen' | 'address'> & {
    readonly entityType: EntityType | null;
  };

type Registered = { readonly organisation: Organisation; readonly enterprise: Enterprise };

/**
 * A firm is known again by its code or its unified social credit code. What the register does not know yet is filled
 * in; where it knows something else the row is refused, for an import must not overwrite what a person confirmed.
 */
class EnterpriseIntake implements Intake<FirmRow> {
  readonly columns = enterpriseColumns;
  readonly #staging: Staging<FirmRow>;
  /** The firms as the rows read so far would leave them: what comes later in the file is held against it too. */
  readonly #afterFile = new Register();
  #unconfirmed = 0;

  constructor(
    private readonly context: ActorContext,
    private readonly batch: ImportBatch,
  ) {
    this.#staging = new Staging(batch.id);
  }

  understand(cells: Cells): FirmRow | null {
    const code = cells.text('enterpriseCode') || null;
    const uscc = readUscc(cells);
    const name = cells.requiredText('name');
    if (code === null && cells.text('uscc') === '') cells.refuseRow(expectedKey);
    const row = {
      code,
      ...uscc,
      regionCode: cells.optional('regionCode', text => regionByCode(text)?.code ?? null, expectedRegion),
      industryCode: cells.optional('industryCode', text => industryByCode(text.toUpperCase())?.code ?? null, expectedIndustry),
      foundedOn: cells.optional('foundedOn', readDay, expectedDay),
      entityType: cells.optional('entityType', text => entityTypeNames.get(text) ?? null, expectedEntityType),
      legalRepresentative: cells.text('legalRepresentative') || null,
      registeredCapitalFen: cells.optional('registeredCapital', readCapital, expectedYuan),
      address: cells.text('address') || null,
    };
    return name === null ? null : { ...row, name };
  }

  async admit(rows: readonly Placed<FirmRow>[]): Promise<Admitted<FirmRow>> {
    const register = await registeredAmong(
      this.context.db.read,
      rows.map(row => row.value),
    );
    const staged: FirmRow[] = [];
    const problems = [];
    let knownCount = 0;
    for (const row of rows) {
      if (row.value.usccVerdict === 'checkDigitMismatch') this.#unconfirmed += 1;
      const stored = register.find(row.value);
      const registered = this.#afterFile.find(row.value) ?? stored;
      const fromRegister = differenceFrom(stored, row.value);
      const difference = differenceFrom(registered, row.value);
      if (fromRegister.conflict) problems.push(conflictAt(row, fromRegister.conflict, expectedSame));
      else if (difference.conflict) problems.push(conflictAt(row, difference.conflict, expectedSameAbove));
      else if (registered !== undefined && difference.isNone) knownCount += 1;
      else {
        this.#afterFile.add(registered === undefined ? this.#newly(row.value) : filledIn(registered, row.value));
        staged.push(row.value);
      }
    }
    return { staged, knownCount, problems };
  }

  notes(): readonly Text[] {
    return this.#unconfirmed === 0 ? [] : [unconfirmed(this.#unconfirmed)];
  }

  stage(tx: Tx, rows: readonly FirmRow[]): Promise<void> {
    return this.#staging.stage(tx, rows);
  }

  countKnown(): Promise<number> {
    return Promise.resolve(0);
  }

  apply(tx: Tx, onProgress: (rowsDone: number) => void): Promise<number> {
    return this.#staging.apply(tx, rows => this.#applyPage(tx, rows), onProgress);
  }

  clear(tx: Tx): Promise<void> {
    return this.#staging.clear(tx);
  }

  async #applyPage(tx: Tx, rows: readonly FirmRow[]): Promise<number> {
    const register = await registeredAmong(tx, rows);
    let rowsNew = 0;
    for (const row of rows) {
      const registered = register.find(row);
      const difference = differenceFrom(registered, row);
      if (difference.conflict) throw contradiction(row, difference.conflict);
      if (registered === undefined) register.add(await this.#register(tx, row));
      else if (!difference.isNone) register.add(await fillIn(tx, registered, row));
      else continue;
      rowsNew += 1;
    }
    return rowsNew;
  }

  async #register(tx: Tx, row: FirmRow): Promise<Registered> {
    const registered = this.#newly(row);
    await tx.insert(organisations).values(registered.organisation);
    await tx.insert(enterprises).values(registered.enterprise);
    noteChange(tx, this.context, 'enterprise', registered.enterprise.id);
    return registered;
  }

  #newly({ name, uscc, usccVerdict, regionCode, entityType, ...known }: FirmRow): Registered {
    const { newId, now: createdAt } = this.context;
    const id = newId();
    return {
      organisation: {
        id,
        kind: 'enterprise',
        name,
        shortName: null,
        uscc,
        usccVerdict,
        regionCode,
        status: 'active',
        statusReason: null,
        createdAt,
        version: 1,
      },
      enterprise: { id, ...known, entityType: entityType ?? 'enterprise', source: this.batch.fileName, createdAt, version: 1 },
    };
  }
}

/** Writes what the register did not know of a firm; what it knows stays. */
async function fillIn(tx: Tx, registered: Registered, row: FirmRow): Promise<Registered> {
  const filled = filledIn(registered, row);
  await tx.update(organisations).set(filled.organisation).where(eq(organisations.id, filled.organisation.id));
  await tx.update(enterprises).set(filled.enterprise).where(eq(enterprises.id, filled.enterprise.id));
  return filled;
}

const filledIn = ({ organisation, enterprise }: Registered, row: FirmRow): Registered => ({
  organisation: {
    ...organisation,
    uscc: organisation.uscc ?? row.uscc,
    usccVerdict: organisation.usccVerdict ?? row.usccVerdict,
    regionCode: organisation.regionCode ?? row.regionCode,
    version: organisation.version + 1,
  },
  enterprise: {
    ...enterprise,
    code: enterprise.code ?? row.code,
    industryCode: enterprise.industryCode ?? row.industryCode,
    foundedOn: enterprise.foundedOn ?? row.foundedOn,
    legalRepresentative: enterprise.legalRepresentative ?? row.legalRepresentative,
    registeredCapitalFen: enterprise.registeredCapitalFen ?? row.registeredCapitalFen,
    address: enterprise.address ?? row.address,
    version: enterprise.version + 1,
  },
});

/** The firms that rows speak of, as far as they are registered. */
class Register {
  readonly #byCode = new Map<string, Registered>();
  readonly #byUscc = new Map<string, Registered>();

  add(registered: Registered): void {
    const { organisation, enterprise } = registered;
    if (enterprise.code !== null) this.#byCode.set(enterprise.code, registered);
    if (organisation.uscc !== null) this.#byUscc.set(organisation.uscc, registered);
  }

  /** By the code first: where the two name different firms, the comparison finds the other code in the way. */
  find({ code, uscc }: FirmRow): Registered | undefined {
    return (code === null ? undefined : this.#byCode.get(code)) ?? (uscc === null ? undefined : this.#byUscc.get(uscc));
  }
}

async function registeredAmong(read: Reader, rows: readonly FirmRow[]): Promise<Register> {
  const codes = rows.flatMap(row => row.code ?? []);
  const usccs = rows.flatMap(row => row.uscc ?? []);
  const register = new Register();
  if (rows.length === 0) return register;
  const found = await read
    .select({ organisation: organisations, enterprise: enterprises })
    .from(enterprises)
    .innerJoin(organisations, eq(organisations.id, enterprises.id))
    .where(or(inArray(enterprises.code, codes), inArray(organisations.uscc, usccs)));
  for (const registered of found) register.add(registered);
  return register;
}

type Conflict = { readonly key: string; readonly current: string | number; readonly given: string | number };

/** What the row would change: nothing, an unknown that it fills, or a known that it contradicts. */
function differenceFrom(registered: Registered | undefined, row: FirmRow): { isNone: boolean; conflict: Conflict | null } {
  if (registered === undefined) return { isNone: false, conflict: null };
  const { organisation, enterprise } = registered;
  const compared = [
    { key: 'enterpriseCode', current: enterprise.code, given: row.code },
    { key: 'uscc', current: organisation.uscc, given: row.uscc },
    { key: 'name', current: organisation.name, given: row.name },
    { key: 'regionCode', current: organisation.regionCode, given: row.regionCode },
    { key: 'industryCode', current: enterprise.industryCode, given: row.industryCode },
    { key: 'foundedOn', current: enterprise.foundedOn, given: row.foundedOn },
    { key: 'entityType', current: enterprise.entityType, given: row.entityType },
    { key: 'legalRepresentative', current: enterprise.legalRepresentative, given: row.legalRepresentative },
    { key: 'registeredCapital', current: enterprise.registeredCapitalFen, given: row.registeredCapitalFen },
    { key: 'address', current: enterprise.address, given: row.address },
  ].filter(({ current, given }) => given !== null && given !== current);
  for (const { key, current, given } of compared)
    if (current !== null && given !== null) return { isNone: false, conflict: { key, current, given } };
  return { isNone: compared.length === 0, conflict: null };
}

function readUscc(cells: Cells): Pick<FirmRow, 'uscc' | 'usccVerdict'> {
  const text = cells.text('uscc');
  if (text === '') return { uscc: null, usccVerdict: null };
  const check = checkUscc(text);
  if (check.verdict !== 'malformed') return { uscc: check.normalised, usccVerdict: check.verdict };
  cells.refuse('uscc', check.text);
  return { uscc: null, usccVerdict: null };
}

const readCapital = (text: string): number | null => {
  const fen = readYuan(text);
  return fen !== null && fen >= 0 ? fen : null;
};

const contradiction = ({ code, uscc }: FirmRow, { key, current, given }: Conflict) =>
  conflict(
    {
      zh: `企业「${code ?? uscc}」在文件中前后不一，或登记册在检查后有变：「${given}」与「${current}」不符。请修正后重新上传。`,
      en: `The file contradicts itself on "${code ?? uscc}", or the register changed after the check: "${given}" against "${current}". Correct it and send the file again.`,
    },
    { field: key, value: given, rule: 'enterprise.contradiction' },
  );

const expectedSame = (current: string | number): Text => ({
  zh: `登记册中是「${current}」：请核对文件，或先在登记册中更正。`,
  en: `The register says "${current}": check the file, or correct the register first.`,
});

const expectedSameAbove = (current: string | number): Text => ({
  zh: `本文件前面的行对同一企业写的是「${current}」：请核对后只保留一种写法。`,
  en: `An earlier row of this file says "${current}" of the same firm: check which is right.`,
});

const conflictAt = (row: Placed<FirmRow>, { key, current, given }: Conflict, expected: (current: string | number) => Text) =>
  problemAt(row, key, String(given), expected(current));

const unconfirmed = (rows: number): Text => ({
  zh: `${rows} 行的统一社会信用代码校验码不符：仍会导入并标记，请与登记机关核对。`,
  en: `${rows} ${rows === 1 ? 'row has a code' : 'rows have codes'} with a wrong check character: taken in and marked. Compare with the registry.`,
});

const expectedKey: Text = {
  zh: '请填写企业代号或统一社会信用代码，否则无法再次识别这家企业。',
  en: "Write the enterprise's code or its unified social credit code: without one it cannot be known again.",
};
const expectedRegion: Text = {
  zh: '应为区划表中的代码，例如 510600（德阳市）；不清楚可留空。',
  en: 'Write a code of the tree of divisions, as 510600 (Deyang); leave it empty if unknown.',
};
const expectedIndustry: Text = {
  zh: '应为 GB/T 4754-2017 的代码，例如 C34；不清楚可留空。',
  en: 'Write a code of GB/T 4754-2017, as C34; leave it empty if unknown.',
};
const expectedEntityType: Text = {
  zh: '应为 企业、个体工商户 或 农民专业合作社。',
  en: 'Write enterprise, selfEmployed or cooperative.',
};
