/*
 * A column of numbers as bytes: one number where all are the same, one byte each where all are small whole numbers, four
 * where they are whole, eight otherwise. Most columns of a population are flags, or say nothing at all.
 */

const [same, small, whole, any] = [0, 1, 2, 3] as const;
const unknownSmall = -128;
const unknownWhole = -2_147_483_648;

export function packColumn(column: Float64Array): Buffer {
  const first = column[0] ?? Number.NaN;
  if (column.every(value => Object.is(value, first))) return tagged(same, Float64Array.of(first));
  if (column.every(value => Number.isNaN(value) || isWithin(value, 127)))
    return tagged(small, coded(Int8Array, column, unknownSmall));
  if (column.every(value => Number.isNaN(value) || isWithin(value, 2_147_483_647)))
    return tagged(whole, coded(Int32Array, column, unknownWhole));
  return tagged(any, column);
}

/** The column of `rows` numbers at the beginning of `packed`, and how many bytes it takes there. */
export function unpackColumn(packed: Buffer, rows: number): { readonly column: Float64Array; readonly length: number } {
  const kind = packed[0];
  const bytes = (width: number, count: number) => {
    // A copy begins at a multiple of eight, which wider numbers need.
    const copy = new Uint8Array(packed.subarray(1, 1 + width * count));
    return { buffer: copy.buffer, length: 1 + width * count };
  };
  if (kind === same) {
    const { buffer, length } = bytes(8, 1);
    return { column: new Float64Array(rows).fill(new Float64Array(buffer)[0] ?? Number.NaN), length };
  }
  if (kind === small) {
    const { buffer, length } = bytes(1, rows);
    return { column: decoded(new Int8Array(buffer), unknownSmall), length };
  }
  if (kind === whole) {
    const { buffer, length } = bytes(4, rows);
    return { column: decoded(new Int32Array(buffer), unknownWhole), length };
  }
  const { buffer, length } = bytes(8, rows);
  return { column: new Float64Array(buffer), length };
}

const isWithin = (value: number, largest: number): boolean =>
  Number.isInteger(value) && !Object.is(value, -0) && Math.abs(value) <= largest;

const tagged = (kind: number, values: Float64Array | Int8Array | Int32Array): Buffer =>
  Buffer.concat([Buffer.from([kind]), Buffer.from(values.buffer, values.byteOffset, values.byteLength)]);

const coded = <Values extends Int8Array | Int32Array>(
  make: { from(values: Float64Array, map: (value: number) => number): Values },
  column: Float64Array,
  unknown: number,
): Values => make.from(column, value => (Number.isNaN(value) ? unknown : value));

const decoded = (values: Int8Array | Int32Array, unknown: number): Float64Array =>
  Float64Array.from(values, value => (value === unknown ? Number.NaN : value));
