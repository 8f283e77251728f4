// One step is 512 firms: one line of 64 bytes in each plane. Scratch is a growing list of lines; line 0 is all ones,
// line 1 all zeros, both set by the host. Written in AssemblyScript; `npm run generate` compiles it; twin.ts says the same.
const LINE: usize = 64;
@inline function at(base: usize, line: u32): usize { return base + (<usize>line << 6); }
@inline function put(to: usize, a: v128, b: v128, c: v128, d: v128): void {
  v128.store(to, a); v128.store(to, b, 16); v128.store(to, c, 32); v128.store(to, d, 48);
}
@inline function ones(v: v128): i32 {
  return <i32>(popcnt<u64>(v128.extract_lane<u64>(v, 0)) + popcnt<u64>(v128.extract_lane<u64>(v, 1)));
}

export function run(program: usize, scratch: usize, pages: usize, planes: i32, m: i32, live: usize, from: i32, to: i32, counts: usize, bits: usize): void {
  const stride = <usize>m * LINE, all = i32x4.splat(-1), none = i32x4.splat(0);
  for (let s = from; s < to; s++) {
    const page = pages + <usize>(s / m) * <usize>planes * stride + <usize>(s % m) * LINE;
    let p = program, d = scratch + 2 * LINE;
    // 1. of which firms an attribute is unknown
    let n = load<i32>(p);
    for (p += 4; n > 0; n--, p += 4, d += LINE) {
      const x = page + <usize>load<i32>(p) * stride;
      put(d, v128.load(x), v128.load(x, 16), v128.load(x, 32), v128.load(x, 48));
    }
    // 2. for each cut of an axis: code >= cut, folded from the planes of the code
    n = load<i32>(p);
    for (p += 4; n > 0; n--) {
      const f = page + <usize>load<i32>(p) * stride, k = load<i32>(p, 4), c = load<i32>(p, 8); p += 12;
      for (const end = p + (<usize>c << 2); p < end; p += 4, d += LINE) {
        const cut = load<i32>(p);
        let a = all, b = all, e = all, g = all, x = f;
        for (let i = 0; i < k; i++, x += stride) {
          if ((cut >>> i) & 1) { a = v128.and(a, v128.load(x)); b = v128.and(b, v128.load(x, 16)); e = v128.and(e, v128.load(x, 32)); g = v128.and(g, v128.load(x, 48)); }
          else { a = v128.or(a, v128.load(x)); b = v128.or(b, v128.load(x, 16)); e = v128.or(e, v128.load(x, 32)); g = v128.or(g, v128.load(x, 48)); }
        }
        put(d, a, b, e, g);
      }
    }
    // 3. one line and not another
    n = load<i32>(p);
    for (p += 4; n > 0; n--, p += 4, d += LINE) {
      const e = load<u32>(p), a = at(scratch, e & 0xffff), b = at(scratch, e >>> 16);
      put(d, v128.andnot(v128.load(a), v128.load(b)), v128.andnot(v128.load(a, 16), v128.load(b, 16)), v128.andnot(v128.load(a, 32), v128.load(b, 32)), v128.andnot(v128.load(a, 48), v128.load(b, 48)));
    }
    // 4. any of some lines
    n = load<i32>(p);
    for (p += 4; n > 0; n--, d += LINE) {
      let a = none, b = none, e = none, g = none;
      const end = p + 4 + (<usize>load<i32>(p) << 2);
      for (p += 4; p < end; p += 4) { const x = at(scratch, load<u32>(p)); a = v128.or(a, v128.load(x)); b = v128.or(b, v128.load(x, 16)); e = v128.or(e, v128.load(x, 32)); g = v128.or(g, v128.load(x, 48)); }
      put(d, a, b, e, g);
    }
    // 5. products: certain is "and" of true lines, possible "and" of true or unknown lines
    n = load<i32>(p);
    const l = live + <usize>s * LINE;
    let c = counts, o = bits + <usize>(s - from) * <usize>n * 128;
    for (p += 4; n > 0; n--) {
      let t0 = v128.load(l), t1 = v128.load(l, 16), t2 = v128.load(l, 32), t3 = v128.load(l, 48), q0 = t0, q1 = t1, q2 = t2, q3 = t3;
      const end = p + 4 + (<usize>load<i32>(p) << 2);
      for (p += 4; p < end; p += 4) {
        const e = load<u32>(p), t = at(scratch, e & 0xffff), u = at(scratch, e >>> 16), a0 = v128.load(t), a1 = v128.load(t, 16), a2 = v128.load(t, 32), a3 = v128.load(t, 48);
        q0 = v128.and(q0, v128.or(a0, v128.load(u))); q1 = v128.and(q1, v128.or(a1, v128.load(u, 16))); q2 = v128.and(q2, v128.or(a2, v128.load(u, 32))); q3 = v128.and(q3, v128.or(a3, v128.load(u, 48)));
        t0 = v128.and(t0, a0); t1 = v128.and(t1, a1); t2 = v128.and(t2, a2); t3 = v128.and(t3, a3);
      }
      if (counts) { store<i32>(c, load<i32>(c) + ones(t0) + ones(t1) + ones(t2) + ones(t3)); store<i32>(c, load<i32>(c, 4) + ones(q0) + ones(q1) + ones(q2) + ones(q3), 4); c += 8; }
      if (bits) { put(o, t0, t1, t2, t3); put(o + LINE, q0, q1, q2, q3); o += 128; }
    }
  }
}
