// Finds a Chromium for the browser journeys, installing one where there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const places = [
  // The same without its windows: a fifth less work.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(name =>
    join(process.env[name] ?? '', 'Google/Chrome/Application/chrome.exe'),
  ),
];

const run = (command, args) =>
  spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

/** A browser that is already on this machine. */
const present = () =>
  (process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : places).find(place => place && existsSync(place));

/** Debian's packages, with the fonts that Chinese pages need. */
const fromDebian = () =>
  existsSync('/usr/bin/apt-get') &&
  process.getuid?.() === 0 &&
  run('apt-get', ['update', '-qq']) &&
  ['chromium-headless-shell', 'chromium'].some(name =>
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name, 'fonts-noto-cjk']),
  );

/** Playwright's own build, downloaded. */
const fromPlaywright = async () => {
  if (!run(process.execPath, [join('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'])) return undefined;
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
};

/** The path of a browser: one that is here, else Debian's, else Playwright's own; undefined when none can be had. */
export async function ensureBrowser() {
  const here = present();
  if (here) return here;
  console.error('No Chrome or Chromium here: installing one …');
  if (fromDebian()) return present();
  return fromPlaywright();
}
