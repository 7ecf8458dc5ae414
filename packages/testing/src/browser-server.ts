import { chromium } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

// Chromium loads two pages of its own for the suggestions below its address bar, into every window: half of what a window costs.
const unneeded = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];
// Chromium heeds one list only, the last, so what Playwright disables in its own is in ours.
const disabledByPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'LensOverlay',
  'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints',
  'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch',
];

/** No sandbox: tests often run as root in a container, where Chromium refuses to start with one. */
export const chromiumFlags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  `--disable-features=${[...disabledByPlaywright, ...unneeded].join(',')}`,
];

/** Starts the one browser of a run; test files connect to it. Where no language is set it would write no umlaut into a file's name. */
export async function startBrowserServer(): Promise<{ shared: { wsEndpoint: string }; stop(): Promise<void> }> {
  const server = await chromium.launchServer({ executablePath: findChromium(process.env), args: chromiumFlags, host: '127.0.0.1', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  return { shared: { wsEndpoint: server.wsEndpoint() }, stop: () => server.close() };
}
