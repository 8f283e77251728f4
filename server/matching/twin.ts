import type { Kernel } from './kernel';

/**
 * The kernel in plain TypeScript, word by word: what runs where WebAssembly has no SIMD, and what the kernel is held
 * against. It needs no blocks, so its lines lie one after another in scratch.
 */
export function runTwin(memory: Int32Array, ...call: Parameters<Kernel>): void {
  const [program, scratch, from, to, counts, bits, stride] = call;
  const word = (address: number): number => memory[address >>> 2] as number;
  const add = (address: number, count: number): void => {
    memory[address >>> 2] = word(address) + count;
  };
  const [pages, live, planes, m] = [word(program), word(program + 4), word(program + 8), word(program + 12)];
  for (let step = from; step < to; step++) {
    const page = pages + (Math.floor(step / m) * planes * m + (step % m)) * lineBytes;
    for (let at = 0; at < lineBytes; at += 4) {
      let next = 0;
      const line = (index: number): number => word(scratch + index * lineBytes + at);
      const push = (value: number): void => {
        memory[(scratch + next++ * lineBytes + at) >>> 2] = value;
      };
      push(-1);
      push(0);
      let place = (program >>> 2) + headWords;
      const read = (): number => memory[place++] as number;
      for (let axes = read(); axes > 0; axes--) {
        const [first, planesOfCode, cuts] = [read(), read(), read()];
        for (let each = 0; each < cuts; each++) {
          const cut = read();
          let reached = -1;
          for (let bit = 0; bit < planesOfCode; bit++) {
            const value = word(page + (first + bit) * m * lineBytes + at);
            reached = (cut >>> bit) & 1 ? reached & value : reached | value;
          }
          push(reached);
        }
      }
      for (let count = read(); count > 0; count--) {
        const pair = read();
        push(line(pair & 0xffff) & ~line(pair >>> 16));
      }
      for (let count = read(); count > 0; count--) {
        let any = 0;
        for (let members = read(); members > 0; members--) any |= line(read());
        push(any);
      }
      const products = read();
      for (let product = 0; product < products; product++) {
        let certain = word(live + step * lineBytes + at);
        let possible = certain;
        for (let clauses = read(); clauses > 0; clauses--) {
          const pair = read();
          possible &= line(pair & 0xffff) | line(pair >>> 16);
          certain &= line(pair & 0xffff);
        }
        if (counts !== 0) {
          add(counts + product * 8, ones(certain));
          add(counts + product * 8 + 4, ones(possible));
        }
        if (bits !== 0) {
          const out = bits + product * 2 * stride + (step - from) * lineBytes + at;
          memory[out >>> 2] = certain;
          memory[(out + stride) >>> 2] = possible;
        }
      }
    }
  }
}

const lineBytes = 64;
/** So many words before the program say over what it runs: see `Runner.load`. */
export const headWords = 5;

/** How many bits of a word are set. */
export function ones(value: number): number {
  let sum = value - ((value >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return (((sum + (sum >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
