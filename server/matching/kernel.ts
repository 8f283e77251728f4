import { kernelModule } from './kernelModule';
import { runTwin } from './twin';

/**
 * Runs a program over the steps `from` to `to` (512 firms each). The first four numbers and `live`, `counts` and `bits`
 * are addresses in the memory; `m` is how many steps a page holds. Adds to `counts` the firms of each product that are
 * certain and possible, and writes both lines of each product to `bits`, step after step; 0 leaves either out.
 */
export type Kernel = (
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
) => void;

export type KernelKind = 'simd' | 'twin';

let compiled: WebAssembly.Module | null | undefined;

/** The kernel over `memory`: WebAssembly with SIMD where the machine has it, else the plain twin, with the same answers. */
export function kernelOver(memory: WebAssembly.Memory, kind: KernelKind = 'simd'): Kernel {
  if (compiled === undefined) compiled = compileModule();
  if (kind === 'twin' || compiled === null) return (...addresses) => runTwin(memory, ...addresses);
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  return exports.run as Kernel;
}

function compileModule(): WebAssembly.Module | null {
  const bytes = Uint8Array.from(atob(kernelModule), sign => sign.charCodeAt(0));
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
}
