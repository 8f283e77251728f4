import { and, eq, inArray, or } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader, Tx } from '../../database/database';
import { contracts } from '../../financing/contracts/tables';
import { isOpen } from '../../financing/deals/access';
import { loanNow } from '../../financing/deals/moveDeal';
import { withBalances } from '../../financing/deals/queries';
import { keepRepayment } from '../../financing/deals/recordRepayment';
import { isSameRepayment, lockLoans } from '../../financing/deals/reportRepayments';
import { type MatchedTransaction, matchedTransactions, type Repayment, repayments } from '../../financing/deals/tables';
import type { CalendarDate } from '../../shared/dates';
import type { Text } from '../../shared/text';
import { type Admitted, type ImportKind, type Intake, type Placed, problemAt } from '../importKind';
import { type Cells, expectedDay, expectedYuan, readDay, readYuan } from '../reading/cells';
import type { Columns } from '../reading/columns';
import type { ImportBatch } from '../tables';
import { Staging } from './staging';

/** What firms have repaid, as a bank's own books export it: the monthly feedback in one file. */
export const repaymentKind: ImportKind = {
  code: 'repayments',
  label: { zh: '还款反馈', en: 'Repayments' },
  columnsOf: () => repaymentColumns,
  intakeOf: (context, batch) => new RepaymentIntake(context, batch),
};

type RepaymentRow = {
  /** The contract's number, as the bank files it, or the loan's id. */
  readonly loan: string;
  readonly reference: string;
  readonly paidOn: CalendarDate;
  readonly principalFen: number;
  readonly interestFen: number;
  readonly feeFen: number;
};

const column = (key: string, zh: string, en: string, ...headings: string[]) => ({
  key,
  label: { zh, en },
  headings: [zh, ...headings, key],
});

const repaymentColumns: Columns = {
  columns: [
    { ...column('loan', '合同编号', 'Contract number', '贷款编号', '借据号', 'contract'), isRequired: true },
    { ...column('reference', '流水号', 'Reference', '还款流水号', '交易流水号'), isRequired: true },
    { ...column('paidOn', '还款日', 'Paid on', '还款日期', 'paid_on'), isRequired: true },
    { ...column('principal', '本金', 'Principal', '归还本金'), isRequired: true },
    { ...column('interest', '利息', 'Interest', '归还利息'), isRequired: true },
    column('fee', '费用', 'Fees'),
  ],
};

const expectedLoan: Text = {
  zh: '本行在平台上没有这个合同编号的在贷贷款，或有不止一笔：请核对，或填写贷款编号。',
  en: 'Your bank has no running loan with this contract number here, or more than one: check it, or give the id of the loan.',
};
const expectedPaidOn: Text = {
  zh: '还款日应在放款日与今天之间。',
  en: 'The day lies between disbursement and today.',
};
const expectedAmount: Text = { zh: '金额不能为负，且不能全为零。', en: 'Amounts are not negative, nor all of them zero.' };
const expectedPrincipal: Text = {
  zh: '归还本金合计超过尚欠的本金。',
  en: 'More principal than is still owed, all rows together.',
};
const expectedSame: Text = {
  zh: '该流水号已登记过内容不同的还款，或在文件中重复。',
  en: 'This reference is known with other content, or stands in the file twice.',
};

const readAmount = (text: string): number | null => {
  const fen = readYuan(text);
  return fen === null || fen < 0 ? null : fen;
};

class RepaymentIntake implements Intake<RepaymentRow> {
  readonly columns = repaymentColumns;
  readonly #staging: Staging<RepaymentRow & { readonly transactionId: string }>;
  /** Principal of the rows admitted so far, by loan, and the references among them. */
  readonly #principalFen = new Map<string, number>();
  readonly #references = new Set<string>();

  constructor(
    private readonly context: ActorContext,
    batch: ImportBatch,
  ) {
    this.#staging = new Staging(batch.id);
  }

  understand(cells: Cells): RepaymentRow | null {
    const loan = cells.requiredText('loan');
    const reference = cells.requiredText('reference');
    const paidOn = cells.required('paidOn', readDay, expectedDay);
    const principalFen = cells.required('principal', readAmount, expectedYuan);
    const interestFen = cells.required('interest', readAmount, expectedYuan);
    const feeFen = cells.optional('fee', readAmount, expectedYuan) ?? 0;
    if (loan === null || reference === null || paidOn === null || principalFen === null || interestFen === null) return null;
    if (principalFen + interestFen + feeFen === 0) return cells.refuse('principal', expectedAmount);
    return { loan, reference, paidOn, principalFen, interestFen, feeFen };
  }

  async admit(rows: readonly Placed<RepaymentRow>[]): Promise<Admitted<RepaymentRow>> {
    const loans = await this.#loansOf(rows.map(({ value }) => value));
    const known = await knownOf(this.context.db.read, [...loans.values()]);
    const owed = await this.#owedOf([...loans.values()]);
    const admitted = { staged: [] as RepaymentRow[], knownCount: 0, problems: [] as ReturnType<typeof problemAt>[] };
    for (const row of rows) {
      const loan = loans.get(row.value.loan);
      const kept = loan && known.get(`${loan.id} ${row.value.reference}`);
      if (kept && isSameRepayment(kept, row.value)) admitted.knownCount += 1;
      else {
        const problem = this.#problemOf(row, loan, { isKnown: kept !== undefined, owedFen: loan ? (owed.get(loan.id) ?? 0) : 0 });
        if (problem) admitted.problems.push(problem);
        else admitted.staged.push(row.value);
      }
    }
    return admitted;
  }

  #problemOf(
    row: Placed<RepaymentRow>,
    loan: MatchedTransaction | undefined,
    { isKnown, owedFen }: { readonly isKnown: boolean; readonly owedFen: number },
  ): ReturnType<typeof problemAt> | null {
    const { value } = row;
    if (!loan) return problemAt(row, 'loan', value.loan, expectedLoan);
    if (value.paidOn < loan.disbursedOn || value.paidOn > this.context.today)
      return problemAt(row, 'paidOn', value.paidOn, expectedPaidOn);
    const name = `${loan.id} ${value.reference}`;
    if (isKnown || this.#references.has(name)) return problemAt(row, 'reference', value.reference, expectedSame);
    const principalFen = (this.#principalFen.get(loan.id) ?? 0) + value.principalFen;
    if (principalFen > owedFen) return problemAt(row, 'principal', String(value.principalFen / 100), expectedPrincipal);
    this.#references.add(name);
    this.#principalFen.set(loan.id, principalFen);
    return null;
  }

  async #owedOf(loans: readonly MatchedTransaction[]): Promise<ReadonlyMap<string, number>> {
    const views = await withBalances(this.context.db.read, loans);
    return new Map(views.map(({ transaction, balanceFen }) => [transaction.id, balanceFen]));
  }

  /** The running loans of the bank by what the rows call them; none for a number that several have. */
  async #loansOf(rows: readonly RepaymentRow[]): Promise<ReadonlyMap<string, MatchedTransaction>> {
    const names = [...new Set(rows.map(({ loan }) => loan))];
    const found = await this.context.db.read
      .select({ loan: matchedTransactions, number: contracts.number })
      .from(matchedTransactions)
      .leftJoin(contracts, eq(contracts.id, matchedTransactions.applicationId))
      .where(
        and(
          eq(matchedTransactions.institutionId, this.context.actor.organisationId),
          or(inArray(matchedTransactions.id, names), inArray(contracts.number, names)),
        ),
      );
    const open = found.filter(({ loan }) => isOpen(loan.state));
    return new Map(
      names.flatMap(name => {
        const [only, ...others] = open.filter(({ loan, number }) => loan.id === name || number === name);
        return only && others.length === 0 ? [[name, only.loan] as const] : [];
      }),
    );
  }

  async stage(tx: Tx, rows: readonly RepaymentRow[]): Promise<void> {
    const loans = await this.#loansOf(rows);
    const located = rows.map(row => {
      const loan = loans.get(row.loan);
      if (!loan) throw new Error(`${row.loan} was admitted and is not a loan`);
      return { ...row, transactionId: loan.id };
    });
    await this.#staging.stage(tx, located);
  }

  countKnown(): Promise<number> {
    return Promise.resolve(0);
  }

  async apply(tx: Tx, onProgress: (rowsDone: number) => void): Promise<number> {
    const rows: (RepaymentRow & { readonly transactionId: string })[] = [];
    await this.#staging.apply(
      tx,
      page => {
        rows.push(...page);
        return Promise.resolve(0);
      },
      () => undefined,
    );
    await lockLoans(tx, this.context, [...new Set(rows.map(({ transactionId }) => transactionId))]);
    const inOrder = [...rows].sort((a, b) => (a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : 0));
    for (const [place, { loan: _, transactionId, ...reported }] of inOrder.entries()) {
      await keepRepayment(tx, this.context, await loanNow(tx, transactionId), { ...reported, source: 'ledger' });
      onProgress(place + 1);
    }
    return rows.length;
  }

  clear(tx: Tx): Promise<void> {
    return this.#staging.clear(tx);
  }
}

async function knownOf(read: Reader, loans: readonly MatchedTransaction[]): Promise<ReadonlyMap<string, Repayment>> {
  const found = await read
    .select()
    .from(repayments)
    .where(
      inArray(
        repayments.transactionId,
        loans.map(({ id }) => id),
      ),
    );
  return new Map(found.map(repayment => [`${repayment.transactionId} ${repayment.reference}`, repayment]));
}
