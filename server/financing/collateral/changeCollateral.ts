import { z } from 'zod';
import type { ActorContext } from '../../context';
import { type CalendarDate, parseCalendarDate } from '../../shared/dates';
import { parseInput, says } from '../../shared/input';
import { conflict, invalidInput } from '../../shared/refusals';
import { isReleasable, takesCollateral } from './access';
import { checkFeeWasSaid } from './fees';
import { isValueAgreed } from './kinds';
import { type CollateralChange, loadCollateral, moveCollateral } from './moveCollateral';
import { loanStateOf } from './queries';
import type { Collateral } from './tables';

const day = z.string().transform((text, issue): CalendarDate => {
  const date = parseCalendarDate(text);
  if (date !== null) return date;
  issue.addIssue({ code: 'custom', ...says('date', '请填写存在的日期（年-月-日）。', 'Give an existing day, YYYY-MM-DD.') });
  return z.NEVER;
});
const fee = z
  .int()
  .min(0)
  .nullish()
  .transform(fen => fen ?? 0);

const appraisalShape = z.object({
  appraiser: z
    .string()
    .trim()
    .max(80)
    .nullish()
    .transform(name => name || null),
  appraisedOn: day,
  valueFen: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  feeFen: fee,
});
export type AppraisalInput = z.input<typeof appraisalShape>;

/**
 * The bank records what collateral is worth: who valued it, when and for what fee. A patent or a trademark may go without an
 * appraiser, and its value counts when the firm has agreed to it. Refuses another's collateral, a day after today, no appraiser
 * where one is needed, a fee that the cost sheet of a binding offer does not show, a registered one, and a stale version.
 */
export async function appraiseCollateral(
  context: ActorContext,
  { input, ...change }: CollateralChange & { readonly input: AppraisalInput },
): Promise<Collateral> {
  const { appraiser, appraisedOn, valueFen, feeFen } = parseInput(appraisalShape, input);
  return context.db.write(async tx => {
    const locked = await loadCollateral(tx, context, { ...change, verb: 'appraise' });
    const isAgreed = isValueAgreed(locked.collateral.kind);
    if (!isAgreed && appraiser === null) throw appraiserNeeded();
    if (appraisedOn > context.today) throw afterToday('appraisedOn', appraisedOn, context.today);
    checkOpen(locked.application.state);
    const moved = await moveCollateral(tx, context, locked, {
      verb: isAgreed ? 'propose' : 'appraise',
      values: { appraiser, appraisedOn, valueFen, appraisalFeeFen: feeFen },
    });
    await checkFeeWasSaid(tx, moved, 'appraisal', feeFen);
    return moved;
  });
}

/** The firm agrees to the value of its patent or trademark. Refuses the bank, one without a value proposed, and a stale version. */
export const agreeCollateralValue = (context: ActorContext, change: CollateralChange): Promise<Collateral> =>
  context.db.write(async tx => {
    const locked = await loadCollateral(tx, context, { ...change, verb: 'agree' });
    checkOpen(locked.application.state);
    return moveCollateral(tx, context, locked, { verb: 'agree' });
  });

const registrationShape = z.object({
  registry: z.string().trim().min(2).max(80),
  registrationNumber: z.string().trim().min(2).max(80),
  registeredOn: day,
  feeFen: fee,
});
export type RegistrationInput = z.input<typeof registrationShape>;

/**
 * The bank records where and under which number a pledge was registered: before that the loan is not paid out. Refuses collateral
 * without a value, a day after today, a fee that the cost sheet does not show, another's collateral, and a stale version.
 */
export async function registerPledge(
  context: ActorContext,
  { input, ...change }: CollateralChange & { readonly input: RegistrationInput },
): Promise<Collateral> {
  const { feeFen, ...registration } = parseInput(registrationShape, input);
  return context.db.write(async tx => {
    const locked = await loadCollateral(tx, context, { ...change, verb: 'register' });
    if (registration.registeredOn > context.today) throw afterToday('registeredOn', registration.registeredOn, context.today);
    checkOpen(locked.application.state);
    const moved = await moveCollateral(tx, context, locked, {
      verb: 'register',
      values: { ...registration, registrationFeeFen: feeFen },
    });
    await checkFeeWasSaid(tx, moved, 'registration', feeFen);
    return moved;
  });
}

/** The bank gives a pledge back once its loan is settled, or nothing came of the application. Refuses it before that, and a stale version. */
export const releaseCollateral = (context: ActorContext, change: CollateralChange): Promise<Collateral> =>
  context.db.write(async tx => {
    const locked = await loadCollateral(tx, context, { ...change, verb: 'release' });
    const loan = await loanStateOf(tx, locked.application.id);
    const moved = await moveCollateral(tx, context, locked, { verb: 'release', values: { releasedOn: context.today } });
    if (!isReleasable(locked.application.state, loan)) throw stillOwed();
    return moved;
  });

function checkOpen(state: Parameters<typeof takesCollateral>[0]): void {
  if (takesCollateral(state)) return;
  throw conflict(
    {
      zh: '该申请已结束或已放款，抵质押物不能再变更。',
      en: 'The application is over or paid out: its collateral stays as it is.',
    },
    { rule: 'collateral.over' },
  );
}

const appraiserNeeded = () =>
  invalidInput('appraiser', null, 'appraiser.needed', {
    zh: '请填写评估机构；只有专利和商标可以由双方协商估值。',
    en: 'Name the appraiser: only the value of patents and trademarks can be agreed without one.',
  });

const afterToday = (field: string, value: string, today: string) =>
  invalidInput(field, value, `${field}.future`, {
    zh: `日期不能晚于今天 ${today}。`,
    en: `The day cannot be after today, ${today}.`,
  });

const stillOwed = () =>
  conflict(
    { zh: '贷款尚未结清，不能解押。', en: 'The loan is not settled yet: the pledge stays.' },
    { rule: 'collateral.stillOwed' },
  );
