import { createScheme } from '../../../server/financing/riskSharing/createScheme';
import { depositIntoPool } from '../../../server/financing/riskSharing/depositIntoPool';
import { openPool } from '../../../server/financing/riskSharing/openPool';
import type { SchemeInput } from '../../../server/financing/riskSharing/readScheme';
import { stateCapital } from '../../../server/financing/riskSharing/stateCapital';
import type { Organisation } from '../../../server/identity/tables';
import { recordLprQuote } from '../../../server/products/lpr/recordLprQuote';
import type { Product } from '../../../server/products/tables';
import type { TermsInput } from '../../../server/products/termsShape';
import type { Actor, OrganisationKind } from '../../../server/shared/actor';
import { fenPerWan } from '../../../server/shared/money';
import { aLoanProduct } from '../deals';
import { aConsent, aFirm, type Firm } from '../enterprises';
import { actorOf, anOrganisation, aUser } from '../identity';
import type { World } from '../world';

/** Somebody who acts, by the name under which a failure speaks of it. */
export type Person = { readonly name: string; readonly actor: Actor };
export type Lender = { readonly organisation: Organisation; readonly officer: Actor; readonly product: Product };

/** Everybody in the model. A stranger has to do with nothing that happens. */
export type Cast = {
  readonly firms: readonly Firm[];
  readonly banks: readonly Lender[];
  readonly guarantor: Actor;
  readonly insurer: Actor;
  readonly department: Actor;
  readonly operator: Actor;
  readonly operatorOrganisation: Organisation;
  readonly poolId: string;
  readonly schemes: readonly { readonly id: string; readonly input: SchemeInput }[];
  readonly everybody: readonly Person[];
};

const widely: Partial<TermsInput> = {
  amountFenMin: 100_000,
  securities: ['PATENT_PLEDGE', 'REAL_ESTATE_MORTGAGE'],
  repaymentMethods: ['EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL', 'INTEREST_FIRST'],
};
const byLpr: Partial<TermsInput> = {
  ...widely,
  pricing: { kind: 'lpr', tenor: '1Y', spreadBpsMin: 0, spreadBpsMax: 200, repricing: 'monthly' },
};

/** Four firms, three banks, a guarantor, an insurer, a department with a pool, and three schemes of the kinds that cities have. */
export async function openCast(world: World): Promise<Cast> {
  const everybody: Person[] = [];
  const join = (name: string, actor: Actor): Actor => {
    everybody.push({ name, actor });
    return actor;
  };
  const organised = async (kind: OrganisationKind, name = kind as string) => {
    const organisation = await anOrganisation(world, { kind });
    const officer = join(name, actorOf(organisation, await aUser(world, organisation)));
    join(`an auditor of ${name}`, { ...officer, role: 'auditor' });
    return { organisation, officer };
  };

  const { organisation: operatorOrganisation, officer: operator } = await organised('operator');
  await recordLprQuote(world.contextFor(operator), {
    publishedOn: '2026-11-20',
    tenor: '1Y',
    rateBps: 300,
    source: '贷款市场报价',
  });
  const banks: Lender[] = [];
  for (const place of [1, 2, 3]) {
    const { organisation, officer } = await organised('bank', `bank ${place}`);
    join(`the administrator of bank ${place}`, { ...officer, role: 'administrator' });
    banks.push({ organisation, officer, product: await aLoanProduct(world, officer, place === 3 ? byLpr : widely) });
  }
  await organised('bank', 'a bank without business');
  const firms: Firm[] = [];
  for (const place of [1, 2, 3, 4]) {
    const firm = await aFirm(world);
    firms.push(firm);
    join(`firm ${place}`, firm.actor);
    join(`an auditor of firm ${place}`, { ...firm.actor, role: 'auditor' });
    await aConsent(world, firm, operatorOrganisation, { purpose: 'matching' });
    for (const { organisation } of banks) await aConsent(world, firm, organisation);
  }
  join('a firm without business', (await aFirm(world)).actor);
  const { officer: guarantor } = await organised('guarantor');
  const { officer: insurer } = await organised('insurer');
  const { officer: department } = await organised('department');
  await organised('regulator');

  await stateCapital(world.contextFor(guarantor), {
    asOf: '2026-06-30',
    netAssetsFen: 5_000 * fenPerWan,
    outsideLiabilityFen: 0,
    isSmallAndFarm: false,
  });
  const as = world.contextFor(department);
  const { id: poolId, version } = await openPool(as, { name: '专利质押风险补偿资金', holderId: department.organisationId });
  const deposit = { amountFen: 300 * fenPerWan, bookedOn: '2026-01-05', note: '财政首期出资' };
  await depositIntoPool(as, { id: poolId, version, input: deposit });
  const schemes: { id: string; input: SchemeInput }[] = [];
  for (const input of schemesOf({ guarantor, insurer, department, poolId }))
    schemes.push({ id: (await createScheme(world.contextFor(operator), input)).id, input });
  return { firms, banks, guarantor, insurer, department, operator, operatorOrganisation, poolId, schemes, everybody };
}

/** 2:8 of bank and guarantor; insurer, bank and government 3:2:5 with a stop, as in Deyang; 4:3:2:1 behind a first-loss pool, as in Anhui. */
const schemesOf = ({ guarantor, insurer, department, poolId }: Pick<Cast, 'guarantor' | 'insurer' | 'department' | 'poolId'>) =>
  [
    {
      name: '2:8 银担分险',
      parties: [
        { role: 'guarantor', organisationId: guarantor.organisationId, shareBps: 8000 },
        { role: 'bank', shareBps: 2000 },
      ],
      overdueDays: 15,
      guaranteeFeeBps: 100,
    },
    {
      name: '专利质押 3:2:5',
      parties: [
        { role: 'insurer', organisationId: insurer.organisationId, shareBps: 3000 },
        { role: 'bank', shareBps: 2000 },
        { role: 'government', organisationId: department.organisationId, poolId, shareBps: 5000 },
      ],
      stopLossFen: 500 * fenPerWan,
      overdueDays: 10,
      premiumBps: 150,
    },
    {
      name: '4:3:2:1 总对总',
      parties: [
        { role: 'guarantor', organisationId: guarantor.organisationId, shareBps: 4000 },
        { role: 'reguarantor', name: '省再担保', shareBps: 3000 },
        { role: 'bank', shareBps: 2000 },
        { role: 'government', organisationId: department.organisationId, poolId, shareBps: 1000 },
      ],
      firstLossPoolId: poolId,
      firstLossRateBps: 2000,
      firstLossCapFen: 20 * fenPerWan,
      compensationRateBpsMax: 3000,
      overdueDays: 5,
      guaranteeFeeBps: 80,
    },
  ] satisfies SchemeInput[];
