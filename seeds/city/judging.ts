import { hasOpenPart, needsConsent, openPart, type RecordClassCode } from '../../server/enterprises/dataClasses';
import { type CreditRecord, deriveFacts } from '../../server/enterprises/facts';
import { recordClassCodes } from '../../server/enterprises/records/tables';
import { type Judgement, judgedBy } from '../../server/financing/applications/judge';
import type { Facts } from '../../server/matching/facts';
import type { RequestedFinancing } from '../../server/matching/match';
import { matchableOf } from '../../server/products/queries';
import type { ProductVersion } from '../../server/products/tables';
import type { RecordedDataClassCode } from '../../server/shared/dataClassCodes';
import { addMonths, type CalendarDate } from '../../server/shared/dates';
import { lprQuotes } from '../../server/shared/rate';
import type { Draft } from '../enterprises/fileDraft';
import { type EnterprisePlan, recordsOfFirm } from '../enterprises/seedEnterprises';

export type JudgedCase = {
  readonly firm: number;
  readonly on: CalendarDate;
  /** What the firm has authorised the bank to read. */
  readonly dataClasses: readonly RecordedDataClassCode[];
  readonly product: ProductVersion;
  readonly request: RequestedFinancing;
};

/**
 * Judges applications as the platform does when they are submitted: by what the bank may read of the firm under its
 * consent, as far as it was on file on that day. Files of years ago are not kept, so of old applications little is known.
 */
export class Judge {
  readonly #emptyFiles = new Map<string, Facts>();
  /** The first day for which the invented files hold anything that could still be of use. */
  readonly #filesFrom: CalendarDate;
  #file: { readonly firm: number; readonly records: readonly Draft[] } | null = null;

  constructor(
    readonly plan: EnterprisePlan,
    readonly today: CalendarDate,
  ) {
    this.#filesFrom = addMonths(today, -plan.months);
  }

  /** Whether anything of the firms' files as they were on `day` is still there. */
  hasFiles(day: CalendarDate): boolean {
    return day >= this.#filesFrom;
  }

  judge({ firm, on, dataClasses, product, request }: JudgedCase): Judgement {
    return judgedBy(this.#factsOf(firm, on, dataClasses), { product: matchableOf(product, on, lprQuotes), request }, on);
  }

  #factsOf(firm: number, on: CalendarDate, dataClasses: readonly RecordedDataClassCode[]): Facts {
    const isOpened = (code: RecordClassCode) => !needsConsent(code) || dataClasses.some(given => given === code);
    const notConsented = new Set(recordClassCodes.filter(code => !isOpened(code)));
    if (!this.hasFiles(on)) return this.#emptyFile(notConsented, on);
    const records = this.#recordsOf(firm).flatMap((draft): CreditRecord[] => {
      if (draft.asOf > on) return [];
      if (isOpened(draft.dataClass)) return [draft];
      return hasOpenPart(draft.dataClass) ? [{ ...draft, value: openPart(draft.dataClass, draft.value) }] : [];
    });
    return deriveFacts({ records, notConsented, today: on });
  }

  /** A firm's file is asked for several times in a row, once for each product that it tries. */
  #recordsOf(firm: number): readonly Draft[] {
    if (this.#file?.firm !== firm) this.#file = { firm, records: recordsOfFirm(this.plan, firm, this.today) };
    return this.#file.records;
  }

  /** What is known of a firm without a file depends on nothing but what was authorised. */
  #emptyFile(notConsented: ReadonlySet<RecordClassCode>, today: CalendarDate): Facts {
    const key = [...notConsented].join(' ');
    const known = this.#emptyFiles.get(key) ?? deriveFacts({ records: [], notConsented, today });
    this.#emptyFiles.set(key, known);
    return known;
  }
}
