import { Random } from '../../../seeds/random';
import type { Facts } from '../../../server/matching/facts';
import type { DataClassCode } from '../../../server/shared/dataClassCodes';
import { factValue, firmColumns, today } from './columns';
import { drawFirm, type Place } from './firm';
import { numbersOfRequest, type Request } from './requests';

/** Firms of a seed, by their place: the same whichever block they are read in. */
export type Firms = { readonly seed: number; readonly count: number; readonly place: Place };

/** One array for each firm column, NaN where nothing is known. */
export type Block = readonly Float64Array[];

const gapShare = 0.02;

/** Who keeps which classes: a firm authorises an office's classes together, or leaves them. */
const offices: readonly (readonly DataClassCode[])[] = [
  ['REGISTRATION', 'ANNUAL_REPORT', 'ABNORMAL_OPERATION'],
  ['TAX_PAID', 'TAX_CREDIT_GRADE', 'TAX_ARREARS', 'VAT_INVOICE_SUMMARY'],
  ['SOCIAL_INSURANCE'],
  ['LITIGATION', 'ENFORCEMENT', 'ADMIN_PENALTY', 'PUBLIC_CREDIT_RATING'],
  ['PATENT', 'TRADEMARK'],
  ['INNOVATION_STATUS', 'QUALIFICATION_TITLES'],
  ['REAL_ESTATE', 'ENVIRONMENT_SAFETY'],
  ['ELECTRICITY'],
  ['CUSTOMS'],
  ['PUBLIC_PROCUREMENT', 'AGRI_ENTITY'],
  ['CASH_FLOW'],
  ['SELF_DECLARED'],
];

/** Between one firm in ten and three in ten has not authorised an office; what the register says is public. */
const hiddenShares = offices.map((_, index) => (index === 0 ? 0 : 0.1 + (0.2 * ((index * 7) % 11)) / 10));
const officeOfColumn = firmColumns.map(({ attribute }) => offices.findIndex(office => office.includes(attribute.dataClass)));

/** The firms from `from` on, as columns. */
export const blockOf = (firms: Firms, from: number, count: number): Block => fill(emptyBlock(count), firms, from);

const emptyBlock = (count: number): Block => firmColumns.map(() => new Float64Array(count));

function fill(block: Block, { seed, place }: Firms, from: number): Block {
  const hidden = offices.map(() => false);
  for (let row = 0; row < sizeOf(block); row++) {
    const random = Random.of(seed, from + row);
    const firm = drawFirm(random, place);
    hiddenShares.forEach((share, index) => {
      hidden[index] = random.chance(share);
    });
    for (let column = 0; column < block.length; column++) {
      const isGap = random.chance(gapShare) || hidden[officeOfColumn[column] ?? -1];
      const values = block[column];
      if (values !== undefined) values[row] = isGap ? Number.NaN : (firm[column] ?? Number.NaN);
    }
  }
  return block;
}

/** Firms in blocks of `size`, in order: all, or those of `from` to `to`. Each block holds until the next is asked for. */
export function* blocksOf(firms: Firms, size: number, from = 0, to = firms.count): Generator<Block> {
  const block = emptyBlock(size);
  for (let first = from; first < to; first += size) yield fill(first + size <= to ? block : emptyBlock(to - first), firms, first);
}

export const sizeOf = (block: Block): number => block[0]?.length ?? 0;

/** What `row` of a block says of its firm, for whoever reads facts. */
export function factsAt(block: Block, row: number): Facts {
  return new Map(
    firmColumns.map((column, index) => {
      const number = block[index]?.[row] ?? Number.NaN;
      return [
        column.attribute.key,
        Number.isNaN(number)
          ? { known: false, reason: 'notConsented' }
          : { known: true, value: factValue(column, number), asOf: today, source: 'bench' },
      ];
    }),
  );
}

/** The numbers of all columns, the request's after the firm's; NaN for a request that is not made. */
export const numbersAt = (block: Block, row: number, request: Request | null): readonly number[] => [
  ...block.map(values => values[row] ?? Number.NaN),
  ...numbersOfRequest(request),
];
