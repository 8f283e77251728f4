// node admin/icons/take.mjs NAME…: takes icons out of the package that has all of them, of the version that package.json names.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npm } from '../../server/install.mjs';

const here = import.meta.dirname;
const { name: library, version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'icons-'));
try {
  await npm(['pack', `${library}@${version}`, '--silent'], { folder });
  execFileSync('tar', ['-xzf', join(folder, `mui-icons-material-${version}.tgz`)], { cwd: folder });
  for (const name of process.argv.slice(2)) {
    const drawing = readFileSync(join(folder, 'package', 'esm', `${name}.js`), 'utf8');
    // Of a group only what is drawn in it is kept.
    if (/_jsxs\("\w+", \{\s*(?!children)/.test(drawing))
      console.error(`${name}: look at it, its group has properties of its own`);
    // `_jsx("path", { d: "…" })`, one or more: what stands between the braces is an object of numbers and text.
    const shapes = [...drawing.matchAll(/_jsx\("(\w+)", (\{[^}]*\})/g)].map(([, tag, properties]) => {
      const { d, ...others } = new Function(`return ${properties}`)();
      return tag === 'path' && Object.keys(others).length === 0 ? d : [tag, { ...(d ? { d } : {}), ...others }];
    });
    if (shapes.length === 0) throw new Error(`${name}: nothing drawn was found`);
    writeFileSync(
      join(here, 'drawn', `${name}.js`),
      `import { icon } from '../icon.js';\n\nexport default icon(${[name, ...shapes].map(part => JSON.stringify(part)).join(', ')});\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
