import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { isUniqueViolation } from '../../database/problems';
import { rowById } from '../../database/rows';
import { enterprises } from '../../enterprises/tables';
import { organisations } from '../../identity/tables';
import { products } from '../../products/tables';
import { calendarDate, parseCalendarDate } from '../../shared/dates';
import { parseInput, says } from '../../shared/input';
import { conflict, invalidInput, notAllowed, notFound } from '../../shared/refusals';
import { isOwnInsurance, mayRegisterContracts } from './access';
import { type InsuranceContract, insuranceContracts } from './tables';

const day = z
  .string()
  .refine(
    text => parseCalendarDate(text) !== null,
    says('date.form', '日期应为实际存在的 YYYY-MM-DD。', 'A date must be an existing day written YYYY-MM-DD.'),
  )
  .transform(calendarDate);

const shape = z
  .object({
    productId: z.string().min(1),
    /** The firm by its unified social credit code, which is on its licence. */
    uscc: z.string().trim().toUpperCase().min(1),
    number: z.string().trim().min(1).max(60),
    coverFen: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
    premiumFen: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
    startsOn: day,
    endsOn: day,
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    ...says('endsOn.inverted', '保险止期早于起期，请改正。', 'The contract ends before it begins: correct its dates.'),
    path: ['endsOn'],
  });

export type InsuranceContractInput = z.input<typeof shape>;

/**
 * Registers one contract of an insurance product of the actor's own with a firm on the platform; amounts in fen.
 * Refuses another insurer's product (as not found), a firm that is not registered, and a number registered before.
 */
export async function registerInsuranceContract(
  context: ActorContext,
  input: InsuranceContractInput,
): Promise<InsuranceContract> {
  const { productId, uscc, ...terms } = parseInput(shape, input);
  if (!mayRegisterContracts(context.actor)) throw notAnInsurer();
  try {
    return await context.db.write(async tx => {
      const product = await rowById(tx, products, productId);
      if (!product || !isOwnInsurance(context.actor, product))
        throw notFound({ zh: '保险产品', en: 'insurance product' }, productId);
      const contract: InsuranceContract = {
        id: context.newId(),
        productId,
        insurerId: context.actor.organisationId,
        enterpriseId: await firmOf(tx, uscc),
        ...terms,
        registeredAt: context.now,
      };
      await tx.insert(insuranceContracts).values(contract);
      await record(tx, context, {
        verb: 'registerInsuranceContract',
        subject: { kind: 'insuranceContract', id: contract.id },
        details: { productId, enterpriseId: contract.enterpriseId, ...terms },
      });
      return contract;
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw numberTaken(terms.number);
    throw error;
  }
}

async function firmOf(tx: Tx, uscc: string): Promise<string> {
  const [firm] = await tx
    .select({ id: enterprises.id })
    .from(enterprises)
    .innerJoin(organisations, eq(organisations.id, enterprises.id))
    .where(and(eq(organisations.uscc, uscc), eq(organisations.status, 'active')));
  if (firm) return firm.id;
  throw invalidInput('uscc', uscc, 'uscc.registered', {
    zh: '平台上没有以此统一社会信用代码注册的企业，请核对代码或请企业先注册。',
    en: 'No firm with this unified social credit code is on the platform: check the code, or ask the firm to register.',
  });
}

const notAnInsurer = () =>
  notAllowed(
    { zh: '只有保险机构可以登记本机构的保险合同。', en: 'Only an insurer registers contracts, of its own products.' },
    { rule: 'contract.insurer' },
  );

const numberTaken = (number: string) =>
  conflict(
    {
      zh: `保险合同号「${number}」已登记过，请核对。`,
      en: `The contract number "${number}" has been registered before: check it.`,
    },
    { field: 'number', value: number, rule: 'number.unique' },
  );
