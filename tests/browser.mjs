// Finds a Chromium for the browser journeys, installing one where there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installFromDebian } from './debian.mjs';

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

/** Debian's packages, with the fonts that Chinese pages need: the first that there is. */
export const browserPackages = ['chromium-headless-shell fonts-noto-cjk', 'chromium fonts-noto-cjk'];

/** A browser that is already on this machine. */
export const presentBrowser = () =>
  (process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : places).find(place => place && existsSync(place));

/** Playwright's own build, downloaded. */
async function fromPlaywright() {
  const { status } = spawnSync(process.execPath, [join('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) return undefined;
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** The path of a browser: one that is here, else Debian's, else Playwright's own; undefined when none can be had. */
export async function ensureBrowser() {
  if (!presentBrowser()) await installFromDebian(browserPackages);
  return presentBrowser() ?? fromPlaywright();
}
