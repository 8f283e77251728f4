// One step is 512 firms: one line of 64 bytes in each plane. What the program makes of a line is a line again; those of the
// steps of a block lie side by side in scratch, where lines 0 and 1, all ones and all zeros, are set by the host. Written
// in AssemblyScript, which `npm run generate` compiles; twin.ts says the same word by word, kernel.ts what is handed over.
const LINE: usize = 64;
@inline function put(to: usize, a: v128, b: v128, c: v128, d: v128): void {
  v128.store(to, a); v128.store(to, b, 16); v128.store(to, c, 32); v128.store(to, d, 48);
}
@inline function pop(v: v128): u64 { return popcnt<u64>(v128.extract_lane<u64>(v, 0)) + popcnt<u64>(v128.extract_lane<u64>(v, 1)); }
@inline function ones(a: v128, b: v128, c: v128, d: v128): u32 { return <u32>(pop(a) + pop(b) + pop(c) + pop(d)); }

export function run(program: usize, scratch: usize, from: u32, to: u32, counts: usize, bits: usize, stride: usize): void {
  const pages = load<u32>(program), live = load<u32>(program, 4), planes = load<u32>(program, 8), m = load<u32>(program, 12), block = load<u32>(program, 16);
  const pitch = <usize>m * LINE, width = <usize>block * LINE, all = i32x4.splat(-1), none = i32x4.splat(0);
  for (let s = from, steps: u32 = 0; s < to; s += steps) {
    steps = min(block, min(to - s, m - s % m));
    const page = pages + <usize>(s / m) * planes * pitch + <usize>(s % m) * LINE, size = <usize>steps * LINE;
    let p = program + 20, line = scratch + 2 * width;
    // 1. for each cut of an axis: code >= cut, folded from the planes of the code
    let n = load<u32>(p);
    for (p += 4; n > 0; n--) {
      const first = page + <usize>load<u32>(p) * pitch, k = load<u32>(p, 4), cuts = load<u32>(p, 8); p += 12;
      for (const end = p + (<usize>cuts << 2); p < end; p += 4, line += width) {
        const cut = load<u32>(p);
        for (let j: usize = 0; j < size; j += LINE) {
          let a = all, b = all, c = all, d = all, x = first + j;
          for (let i: u32 = 0; i < k; i++, x += pitch) {
            if ((cut >>> i) & 1) { a = v128.and(a, v128.load(x)); b = v128.and(b, v128.load(x, 16)); c = v128.and(c, v128.load(x, 32)); d = v128.and(d, v128.load(x, 48)); }
            else { a = v128.or(a, v128.load(x)); b = v128.or(b, v128.load(x, 16)); c = v128.or(c, v128.load(x, 32)); d = v128.or(d, v128.load(x, 48)); }
          }
          put(line + j, a, b, c, d);
        }
      }
    }
    // 2. one line and not another
    n = load<u32>(p);
    for (p += 4; n > 0; n--, p += 4, line += width) {
      const pair = load<u32>(p), x = scratch + (pair & 0xffff) * width, y = scratch + (pair >>> 16) * width;
      for (let j: usize = 0; j < size; j += 16) v128.store(line + j, v128.andnot(v128.load(x + j), v128.load(y + j)));
    }
    // 3. any of some lines
    n = load<u32>(p);
    for (p += 4; n > 0; n--, line += width) {
      const first = p + 4, end = first + (<usize>load<u32>(p) << 2);
      for (let j: usize = 0; j < size; j += LINE) {
        let a = none, b = none, c = none, d = none;
        for (p = first; p < end; p += 4) { const x = scratch + load<u32>(p) * width + j; a = v128.or(a, v128.load(x)); b = v128.or(b, v128.load(x, 16)); c = v128.or(c, v128.load(x, 32)); d = v128.or(d, v128.load(x, 48)); }
        put(line + j, a, b, c, d);
      }
    }
    // 4. products: certain is "and" of true lines, possible "and" of true or unknown lines
    n = load<u32>(p);
    let count = counts, out = bits + <usize>(s - from) * LINE;
    for (p += 4; n > 0; n--, count += 8, out += 2 * stride) {
      const first = p + 4, end = first + (<usize>load<u32>(p) << 2);
      for (let j: usize = 0, l = live + <usize>s * LINE; j < size; j += LINE, l += LINE) {
        let t0 = v128.load(l), t1 = v128.load(l, 16), t2 = v128.load(l, 32), t3 = v128.load(l, 48), q0 = t0, q1 = t1, q2 = t2, q3 = t3;
        for (p = first; p < end; p += 4) {
          const pair = load<u32>(p), t = scratch + (pair & 0xffff) * width + j, u = scratch + (pair >>> 16) * width + j, a0 = v128.load(t), a1 = v128.load(t, 16), a2 = v128.load(t, 32), a3 = v128.load(t, 48);
          q0 = v128.and(q0, v128.or(a0, v128.load(u))); q1 = v128.and(q1, v128.or(a1, v128.load(u, 16))); q2 = v128.and(q2, v128.or(a2, v128.load(u, 32))); q3 = v128.and(q3, v128.or(a3, v128.load(u, 48)));
          t0 = v128.and(t0, a0); t1 = v128.and(t1, a1); t2 = v128.and(t2, a2); t3 = v128.and(t3, a3);
        }
        if (counts) { store<u32>(count, load<u32>(count) + ones(t0, t1, t2, t3)); store<u32>(count, load<u32>(count, 4) + ones(q0, q1, q2, q3), 4); }
        if (bits) { put(out + j, t0, t1, t2, t3); put(out + stride + j, q0, q1, q2, q3); }
      }
    }
  }
}
