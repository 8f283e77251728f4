// Where tests write their databases: in memory where Linux has room for it, else on the disk, which takes longer to
// write than most tests take to run. Benches do not ask: what they measure waits for a disk.
import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';

/** The demo city and the databases of a whole run take less than half of it. */
const bytesMin = 4 * 1024 ** 3;

/** Gives this process and its children a temporary folder of their own that ends with it. */
export function takeScratchFolder() {
  if (process.env.RONGQIAO_SCRATCH) return;
  const folder = mkdtempSync(join(hasRoom(memory) ? memory : tmpdir(), 'rongqiao-tests-'));
  // PostgreSQL goes through it as a user of its own.
  chmodSync(folder, 0o711);
  Object.assign(process.env, { RONGQIAO_SCRATCH: folder, TMPDIR: folder });
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}

function hasRoom(place) {
  try {
    const { bavail, bsize } = statfsSync(place);
    return bavail * bsize >= bytesMin;
  } catch {
    return false;
  }
}
