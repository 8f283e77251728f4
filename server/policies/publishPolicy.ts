import { z } from 'zod';
import { record } from '../audit/record';
import type { ActorContext } from '../context';
import { securityKinds } from '../matching/attributes';
import { codesOf, productCategories } from '../products/vocabulary';
import { type CalendarDate, parseCalendarDate } from '../shared/dates';
import { parseInput, says } from '../shared/input';
import { fenPerYi } from '../shared/money';
import { invalidInput } from '../shared/refusals';
import { regionByCode } from '../shared/regions';
import { type SupportPolicy, supportKinds, supportPayouts, supportPolicies } from './tables';

const day = z
  .string()
  .refine(
    text => parseCalendarDate(text) !== null,
    says('date', '应为存在的日期，写作 2026-12-31。', 'Write a day that exists, like 2026-12-31.'),
  )
  .transform(text => text as CalendarDate);

const optional = <Shape extends z.ZodType>(of: Shape) => of.nullish().transform(value => value ?? null);
const amountFen = optional(
  z
    .int()
    .min(1)
    .max(10 * fenPerYi),
);

const shape = z.object({
  name: z.string().trim().min(2).max(60),
  source: z.string().trim().min(2).max(120),
  kind: z.enum(supportKinds),
  rateBps: z.int().min(1).max(10_000),
  benchmarkBps: optional(z.int().min(1).max(2_400)),
  monthsMax: optional(z.int().min(1).max(120)),
  capFen: amountFen,
  payout: z.enum(supportPayouts),
  regionCode: optional(
    z
      .string()
      .refine(
        code => regionByCode(code) !== undefined,
        says('region', '没有这个行政区划，请重新选择。', 'There is no such division: choose again.'),
      ),
  ),
  securities: z.array(z.enum(codesOf(securityKinds))).max(20),
  categories: z.array(z.enum(codesOf(productCategories))).max(20),
  loanFenMax: amountFen,
  otherConditions: optional(z.string().trim().max(300)).transform(text => text || null),
  validFrom: day,
  validUntil: optional(day),
});

export type SupportPolicyInput = z.input<typeof shape>;

/**
 * A department publishes the terms on which it pays on loans. Amounts in fen, rates in basis points. Refuses by field what is out
 * of bounds, points of more than six per cent a year, a benchmark where no interest is paid, and a last day before the first.
 */
export async function publishPolicy(context: ActorContext, input: SupportPolicyInput): Promise<SupportPolicy> {
  const { actor, db, now, newId } = context;
  const terms = parseInput(shape, input);
  checkTerms(terms);
  const policy: SupportPolicy = {
    ...terms,
    id: newId(),
    departmentId: actor.organisationId,
    createdBy: actor.userId,
    createdAt: now,
    endedAt: null,
    version: 1,
  };
  await db.write(async tx => {
    await tx.insert(supportPolicies).values(policy);
    await record(tx, context, {
      verb: 'publishSupportPolicy',
      subject: { kind: 'supportPolicy', id: policy.id },
      details: { name: policy.name, kind: policy.kind, rateBps: policy.rateBps },
    });
  });
  return policy;
}

/** More points than any loan of the shelf costs would be a slip of the hand. */
const pointsBpsMax = 600;

function checkTerms({ kind, rateBps, benchmarkBps, validFrom, validUntil }: z.output<typeof shape>): void {
  if (kind === 'interestPoints' && rateBps > pointsBpsMax)
    throw invalidInput('rateBps', rateBps, 'supportPolicy.points', {
      zh: '贴息点数每年不超过 6 个百分点（600 个基点），请核对。',
      en: 'Points come to 6 per cent a year (600 basis points) at most: check them.',
    });
  if (kind !== 'interestShare' && benchmarkBps !== null)
    throw invalidInput('benchmarkBps', benchmarkBps, 'supportPolicy.benchmark', {
      zh: '只有按利息比例贴息才有基准利率上限，请删除。',
      en: 'Only a share of the interest has a benchmark rate: leave it out.',
    });
  if (validUntil !== null && validUntil < validFrom)
    throw invalidInput('validUntil', validUntil, 'supportPolicy.validity', {
      zh: `截止日不能早于起始日 ${validFrom}。`,
      en: `The last day cannot be before the first, ${validFrom}.`,
    });
}
