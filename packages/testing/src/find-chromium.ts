import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Path of a Chromium or Chrome: CHROMIUM_PATH, then the system's, then the one Playwright downloaded.
 * Throws an error that says what to install when there is none.
 */
export function findChromium(env: Record<string, string | undefined>): string {
  const wanted = env['CHROMIUM_PATH'];
  if (wanted) {
    if (isExecutable(wanted)) return wanted;
    throw new Error(`CHROMIUM_PATH is ${wanted}, and there is no program that can be run.`);
  }
  const found = [...pathsOf(names, env), ...macApplications, chromium.executablePath()].find(isExecutable);
  if (found) return found;
  throw new Error(
    'The browser tests need Chromium, and none was found. Install it (Debian, Ubuntu: "apt-get install chromium"; ' +
      'elsewhere: "npx playwright-core install chromium"), or set CHROMIUM_PATH to a Chromium or Chrome.',
  );
}

/** Debian's package chromium-headless-shell: the same engine with nothing around its pages. Null where there is none, or another browser was named. */
export function findHeadlessShell(env: Record<string, string | undefined>): string | null {
  if (env['CHROMIUM_PATH']) return null;
  return pathsOf(['chromium-headless-shell'], env).find(isExecutable) ?? null;
}

function pathsOf(programs: string[], env: Record<string, string | undefined>): string[] {
  const folders = [...places, ...(env['PATH'] ?? '').split(delimiter).filter(isAbsolute)];
  return folders.flatMap((folder) => programs.map((program) => join(folder, program)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
