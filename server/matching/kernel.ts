import { kernelModule } from './kernelModule';
import { runTwin } from './twin';

/**
 * Runs the program at `program` over the steps `from` to `to`, 512 firms each. Adds to `counts` how many firms of each
 * product are certain and how many possible; writes the lines of both at `bits`, `stride` bytes after each other, that of
 * `from` first. 0 leaves either out. All but the steps are addresses in bytes; `scratch` is where lines are made.
 */
export type Kernel = (
  ...call: [program: number, scratch: number, from: number, to: number, counts: number, bits: number, stride: number]
) => void;

export type KernelKind = 'simd' | 'twin';

const bytes = Uint8Array.from(atob(kernelModule), sign => sign.charCodeAt(0));

/** Null where the machine lacks SIMD. */
export const simdModule = WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;

/** The kernel over `memory`: WebAssembly with SIMD where the machine has it, else the plain twin, with the same answers. */
export function kernelOver(memory: WebAssembly.Memory, kind: KernelKind = 'simd'): Kernel {
  if (kind === 'twin' || simdModule === null) return (...call) => runTwin(new Int32Array(memory.buffer), ...call);
  return new WebAssembly.Instance(simdModule, { env: { memory } }).exports.run as Kernel;
}
