/**
 * The kernel in plain TypeScript, word by word: what runs where WebAssembly has no SIMD, and what the kernel is held
 * against. Addresses are in bytes, as the kernel takes them.
 */
export function runTwin(
  memory: WebAssembly.Memory,
  program: number,
  scratch: number,
  pages: number,
  planes: number,
  m: number,
  live: number,
  from: number,
  to: number,
  counts: number,
  bits: number,
): void {
  const words = new Int32Array(memory.buffer);
  for (let step = from; step < to; step++) {
    const page = word(pages) + (Math.floor(step / m) * planes * m + (step % m)) * lineWords;
    const plane = (index: number) => page + index * m * lineWords;
    for (let at = 0; at < lineWords; at++) {
      const line = (index: number) => word(scratch) + index * lineWords + at;
      let [p, next] = [word(program), 2];
      const read = () => words[p++] as number;
      for (let count = read(); count > 0; count--) words[line(next++)] = words[plane(read()) + at] as number;
      for (let count = read(); count > 0; count--) {
        const [first, planesOfCode, cuts] = [read(), read(), read()];
        for (let each = 0; each < cuts; each++) {
          const cut = read();
          let reached = -1;
          for (let bit = 0; bit < planesOfCode; bit++) {
            const value = words[plane(first + bit) + at] as number;
            reached = (cut >>> bit) & 1 ? reached & value : reached | value;
          }
          words[line(next++)] = reached;
        }
      }
      for (let count = read(); count > 0; count--) {
        const pair = read();
        words[line(next++)] = (words[line(pair & 0xffff)] as number) & ~(words[line(pair >>> 16)] as number);
      }
      for (let count = read(); count > 0; count--) {
        let any = 0;
        for (let members = read(); members > 0; members--) any |= words[line(read())] as number;
        words[line(next++)] = any;
      }
      const products = read();
      for (let product = 0; product < products; product++) {
        let certain = words[word(live) + step * lineWords + at] as number;
        let possible = certain;
        for (let clauses = read(); clauses > 0; clauses--) {
          const pair = read();
          const isTrue = words[line(pair & 0xffff)] as number;
          certain &= isTrue;
          possible &= isTrue | (words[line(pair >>> 16)] as number);
        }
        if (counts !== 0) {
          words[word(counts) + product * 2] = (words[word(counts) + product * 2] as number) + ones(certain);
          words[word(counts) + product * 2 + 1] = (words[word(counts) + product * 2 + 1] as number) + ones(possible);
        }
        if (bits !== 0) {
          const out = word(bits) + ((step - from) * products + product) * 2 * lineWords + at;
          words[out] = certain;
          words[out + lineWords] = possible;
        }
      }
    }
  }
}

const lineWords = 16;
const word = (address: number): number => address >>> 2;

/** How many bits of a word are set. */
export function ones(value: number): number {
  let sum = value - ((value >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return (((sum + (sum >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
