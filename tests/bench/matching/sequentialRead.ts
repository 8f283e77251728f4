const source = `
export function read(from: usize, to: usize): i64 {
  let a = i64x2.splat(0), b = a, c = a, d = a;
  for (; from < to; from += 64) {
    a = v128.xor(a, v128.load(from)); b = v128.xor(b, v128.load(from, 16));
    c = v128.xor(c, v128.load(from, 32)); d = v128.xor(d, v128.load(from, 48));
  }
  const all = v128.xor(v128.xor(a, b), v128.xor(c, d));
  return v128.extract_lane<i64>(all, 0) ^ v128.extract_lane<i64>(all, 1);
}`;

const options = [
  ...['--outFile', 'read.wasm', '--enable', 'simd', '--enable', 'threads', '--runtime', 'stub', '-O3', '--noAssert'],
  ...['--importMemory', '--sharedMemory', '--maximumMemory', '65536'],
];

/** Reads every byte between two addresses once, and does nothing else: what the memory alone would take. */
export async function sequentialReader(memory: WebAssembly.Memory): Promise<(from: number, to: number) => bigint> {
  const { default: asc } = await import('assemblyscript/asc');
  let compiled: Uint8Array<ArrayBuffer> | null = null;
  const { error } = await asc.main(['read.ts', ...options], {
    readFile: name => (name === 'read.ts' ? source : null),
    writeFile: (name, contents) => {
      if (name === 'read.wasm') compiled = Uint8Array.from(Buffer.from(contents));
    },
    listFiles: () => [],
  });
  if (error || compiled === null) throw new Error('the sequential read does not compile', { cause: error });
  const { instance } = await WebAssembly.instantiate(compiled as Uint8Array<ArrayBuffer>, { env: { memory } });
  return instance.exports.read as (from: number, to: number) => bigint;
}
