import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { rowsBy } from '../../database/rows';
import { digestOf } from '../../idempotency/key';
import { organisations } from '../../identity/tables';
import { codesOf, productLabels } from '../../products/vocabulary';
import type { OrganisationKind } from '../../shared/actor';
import { parseInput, says } from '../../shared/input';
import { bpsPerUnit } from '../../shared/rate';
import { invalidInput, notFound } from '../../shared/refusals';
import { checkShares, decidersOf, type PartyRole, partyRoles } from './shares';
import { compensationPools, type SchemeParty, type SchemeTerms } from './tables';
import { poolWord } from './words';

export type SchemeInput = z.input<typeof shape>;

const optional = <Shape extends z.ZodType>(of: Shape) => of.nullish().transform(value => value ?? null);
const words = (most: number) => optional(z.string().trim().max(most)).transform(text => text || null);
const bps = z.int().min(0).max(bpsPerUnit);
const fen = z.int().min(1).max(Number.MAX_SAFE_INTEGER);

const shape = z
  .object({
    name: z.string().trim().min(2).max(60),
    parties: z
      .array(
        z.object({
          role: z.enum(partyRoles),
          organisationId: words(60),
          name: words(60),
          poolId: words(60),
          shareBps: bps,
        }),
      )
      .min(2)
      .max(12),
    firstLossPoolId: words(60),
    firstLossRateBps: optional(bps),
    firstLossCapFen: optional(fen),
    stopLossFen: optional(fen),
    compensationRateBpsMax: optional(z.int().min(1).max(bpsPerUnit)),
    /** Above one: an insurer pauses at one and a half times its premiums. */
    lossRatioBpsMax: optional(
      z
        .int()
        .min(1)
        .max(100 * bpsPerUnit),
    ),
    overdueDays: z.int().min(1).max(365),
    guaranteeFeeBps: optional(z.int().min(0).max(1_000)),
    premiumBps: optional(z.int().min(0).max(1_000)),
    amountFenMax: optional(fen),
    labels: z
      .array(z.enum(codesOf(productLabels)))
      .nullish()
      .transform(labels => labels ?? []),
    note: words(500),
  })
  .refine(({ firstLossPoolId, firstLossRateBps }) => (firstLossPoolId === null) === (firstLossRateBps === null), {
    ...says(
      'firstLoss.whole',
      '先行分担的资金池与先行分担比例须同时填写或同时留空。',
      'The first-loss pool and the part it takes go together: give both or neither.',
    ),
    path: ['firstLossRateBps'],
  });

type Wanted = z.output<typeof shape>;

/** A scheme's terms with their parties, as they are written. */
export type ReadScheme = {
  readonly name: string;
  readonly terms: SchemeTerms;
  readonly parties: readonly SchemeParty[];
};

/**
 * A version of a scheme's terms as it is asked for. Refuses values out of bounds by field, shares that do not add up to 10,000,
 * a party that is no organisation at work or of another kind than its role, a guarantor or an insurer that is not on the platform
 * (they agree to each loan), nobody who could agree at all, the same organisation twice, and a pool that there is not.
 */
export async function readScheme(
  tx: Tx,
  { newId, now }: ActorContext,
  { schemeId, number, input }: { readonly schemeId: string; readonly number: number; readonly input: SchemeInput },
): Promise<ReadScheme> {
  const { name, parties: asked, ...terms } = parseInput(shape, input);
  checkShares(asked);
  await checkPools(tx, [terms.firstLossPoolId, ...asked.map(({ poolId }) => poolId)]);
  const termsId = newId();
  const parties = await partiesOf(tx, termsId, asked);
  const termsHash = digestOf({ schemeId, number, terms, parties: parties.map(({ termsId: _, ...party }) => party) });
  return { name, terms: { ...terms, id: termsId, schemeId, number, termsHash, createdAt: now }, parties };
}

/** The kinds of organisation that may play a part; an exchange and a public pool's holder are departments here. */
const kindsOf: Readonly<Record<PartyRole, readonly OrganisationKind[]>> = {
  government: ['department', 'regulator'],
  enterprise: [],
  bank: ['bank'],
  exchange: ['department', 'operator'],
  guarantor: ['guarantor'],
  reguarantor: ['guarantor'],
  insurer: ['insurer'],
};

const unnamed: Partial<Record<PartyRole, string>> = { bank: '贷款银行', enterprise: '借款企业' };

async function partiesOf(tx: Tx, termsId: string, asked: Wanted['parties']): Promise<SchemeParty[]> {
  const ids = asked.flatMap(({ organisationId }) => organisationId ?? []);
  const found = ids.length === 0 ? [] : await organisationsById(tx, ids);
  const twice = ids.findIndex((id, place) => ids.indexOf(id) !== place);
  if (twice >= 0)
    throw wrongParty(
      asked.findLastIndex(({ organisationId }) => organisationId === ids[twice]),
      ids[twice] ?? '',
    );
  if (decidersOf(asked).length === 0) throw missing(asked.findIndex(({ role }) => role !== 'bank'));
  return asked.map((party, place) => {
    const { role, organisationId } = party;
    const known = found.find(({ id, status }) => id === organisationId && status === 'active');
    if (organisationId !== null && (!known || !kindsOf[role].includes(known.kind))) throw wrongParty(place, organisationId);
    const name = known?.shortName ?? known?.name ?? party.name ?? unnamed[role];
    if (name === undefined || (organisationId === null && (role === 'guarantor' || role === 'insurer'))) throw missing(place);
    return { ...party, termsId, place, name };
  });
}

async function checkPools(tx: Tx, poolIds: readonly (string | null)[]): Promise<void> {
  const ids = [...new Set(poolIds.filter(id => id !== null))];
  if (ids.length === 0) return;
  const found = await tx.select({ id: compensationPools.id }).from(compensationPools).where(inArray(compensationPools.id, ids));
  const unknown = ids.find(id => !found.some(pool => pool.id === id));
  if (unknown !== undefined) throw notFound(poolWord, unknown);
}

const wrongParty = (place: number, organisationId: string) =>
  invalidInput(`parties.${place}.organisationId`, organisationId, 'party.kind', {
    zh: `第 ${place + 1} 方的机构不存在、与其角色不符或已是另一方，请重新选择。`,
    en: `Party ${place + 1} is no organisation at work of the kind that its role needs, or plays another part already: choose another.`,
  });

const missing = (place: number) =>
  invalidInput(`parties.${place}.organisationId`, null, 'party.missing', {
    zh: `请选择第 ${place + 1} 方的机构；逐笔确认担保的一方须在平台上。`,
    en: `Choose the organisation of party ${place + 1}: whoever agrees to each loan must be on the platform.`,
  });

const organisationsById = rowsBy(organisations, organisations.id);
