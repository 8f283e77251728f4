import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { isUniqueViolation } from '../../database/problems';
import { monthOf } from '../../shared/dates';
import { parseInput, says } from '../../shared/input';
import { conflict, invalidInput, notAllowed, staleVersion } from '../../shared/refusals';
import { readMonth } from '../measures/period';
import { mayReportMonths } from './access';
import { type InstitutionReport, institutionReports } from './tables';

const fen = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** 36 %: no loan may cost more, so no average can. */
const rateBpsMax = 3600;

const shape = z
  .object({
    month: z.string(),
    depositsFen: fen,
    loansFen: fen,
    newLoansFen: fen,
    newLoansWeightedRateFenBps: fen,
    directFinancingFen: fen,
    /** The version of the report that this one corrects. */
    version: z.number().int().nullish(),
    reason: z.string().trim().max(500).nullish(),
  })
  .refine(({ newLoansFen, newLoansWeightedRateFenBps }) => newLoansWeightedRateFenBps <= newLoansFen * rateBpsMax, {
    ...says(
      'newLoansWeightedRateFenBps.average',
      '加权利率合计应为 Σ(金额分×利率基点)；由此算出的平均利率高于 36%，请核对。',
      'This must be Σ(amount in fen × rate in basis points): the average that follows from it is above 36 %. Check it.',
    ),
    path: ['newLoansWeightedRateFenBps'],
  });

export type ReportMonthInput = z.input<typeof shape>;

/**
 * Reports a month of the actor's own bank, once; afterwards only as a correction that names the version it corrects and
 * why. The audit keeps what was there before. Amounts in fen. Refuses a month that has not ended.
 */
export async function reportMonth(context: ActorContext, input: ReportMonthInput): Promise<InstitutionReport> {
  const { version, reason, ...given } = parseInput(shape, input);
  const figures = { ...given, month: readMonth('month', given.month) };
  if (!mayReportMonths(context.actor)) throw notABank();
  if (figures.month >= monthOf(context.today)) throw notEnded(figures.month);
  try {
    return await context.db.write(async tx => {
      const known = await reportOf(tx, context.actor.organisationId, figures.month);
      if (known && version == null) throw alreadyReported(figures.month, known.version);
      if (known && known.version !== version) throw staleVersion(reportWord, version ?? 0, known.version);
      if (known && !reason) throw reasonMissing();
      const report: InstitutionReport = {
        id: known?.id ?? context.newId(),
        institutionId: context.actor.organisationId,
        ...figures,
        reportedAt: context.now,
        version: (known?.version ?? 0) + 1,
      };
      if (known) await correct(tx, report);
      else await tx.insert(institutionReports).values(report);
      await record(tx, context, {
        verb: known ? 'correctMonth' : 'reportMonth',
        subject: { kind: 'institutionReport', id: report.id },
        reason: known ? reason : null,
        details: { after: figures, ...(known ? { before: figuresOf(known) } : {}) },
      });
      return report;
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw alreadyReported(figures.month, 1);
    throw error;
  }
}

async function reportOf(
  tx: Tx,
  institutionId: string,
  month: InstitutionReport['month'],
): Promise<InstitutionReport | undefined> {
  const [report] = await tx
    .select()
    .from(institutionReports)
    .where(and(eq(institutionReports.institutionId, institutionId), eq(institutionReports.month, month)));
  return report;
}

/** Writes over the report of the version before; another correction that came first is a conflict. */
async function correct(tx: Tx, report: InstitutionReport): Promise<void> {
  const before = report.version - 1;
  const written = await tx
    .update(institutionReports)
    .set(report)
    .where(and(eq(institutionReports.id, report.id), eq(institutionReports.version, before)))
    .returning({ id: institutionReports.id });
  if (written.length !== 1) throw staleVersion(reportWord, before, report.version);
}

const figuresOf = ({ id, institutionId, reportedAt, version, ...figures }: InstitutionReport) => figures;

const reportWord = { zh: '月度报送', en: 'monthly report' };

const notABank = () =>
  notAllowed({ zh: '只有银行可以报送本机构的月度数据。', en: 'Only a bank reports its own months.' }, { rule: 'report.bank' });

const notEnded = (month: string) =>
  invalidInput('month', month, 'month.notEnded', {
    zh: `${month} 尚未结束，请在月末之后报送。`,
    en: `${month} has not ended: report it afterwards.`,
  });

const alreadyReported = (month: string, version: number) =>
  conflict(
    {
      zh: `${month} 已报送。如需更正，请提交版本号 ${version} 和更正原因。`,
      en: `${month} has been reported. To correct it, send version ${version} and the reason.`,
    },
    { field: 'version', rule: 'report.known', current: version },
  );

const reasonMissing = () =>
  invalidInput('reason', null, 'reason.required', {
    zh: '更正已报送的数据须写明原因。',
    en: 'Say why what was reported is being corrected.',
  });
