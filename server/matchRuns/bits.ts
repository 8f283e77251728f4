import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A set of firms by their number in `match_firms`: bit n is firm n. */
export type Bits = Uint32Array;

/** An empty set that can hold firms up to `largest`. */
export const bitsUpTo = (largest: number): Bits => new Uint32Array((largest >>> 5) + 1);

export function put(bits: Bits, firm: number): void {
  bits[firm >>> 5] = (bits[firm >>> 5] ?? 0) | (1 << (firm & 31));
}

/** Whether the set has the firm; a firm beyond its end it has not. */
export const has = (bits: Bits, firm: number): boolean => (((bits[firm >>> 5] ?? 0) >>> (firm & 31)) & 1) === 1;

export function count(bits: Bits): number {
  let sum = 0;
  for (let word of bits) for (; word !== 0; word &= word - 1) sum += 1;
  return sum;
}

/** The firms of `bits` that `others` has not; a set that ends earlier has none beyond its end. */
export const without = (bits: Bits, others: Bits): Bits => bits.map((word, at) => word & ~(others[at] ?? 0));

/** The numbers in the set, rising. */
export function* numbersIn(bits: Bits): Generator<number> {
  for (let at = 0; at < bits.length; at += 1)
    for (let word = bits[at] ?? 0; word !== 0; word &= word - 1) yield at * 32 + (31 - Math.clz32(word & -word));
}

/** The set as bytes, words low byte first whatever the machine. */
export function bytesOf(bits: Bits): Buffer {
  const bytes = Buffer.alloc(bits.length * 4);
  for (let at = 0; at < bits.length; at += 1) bytes.writeUInt32LE(bits[at] ?? 0, at * 4);
  return bytes;
}

/** For the database: most bitmaps are sparse, so they take a quarter of the room. */
export const pack = (bits: Bits): Buffer => deflateRawSync(bytesOf(bits), { level: 1 });

export function unpack(packed: Buffer): Bits {
  const bytes = inflateRawSync(packed);
  return Uint32Array.from({ length: bytes.length >>> 2 }, (_, at) => bytes.readUInt32LE(at * 4));
}
