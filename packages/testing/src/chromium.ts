import { chromium, type Browser } from 'playwright-core';

// Chromium loads two pages of its own for the suggestions below its address bar, into every window, and starts a process in
// reserve for each: half of what a window costs.
const unneeded = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'SpareRendererForSitePerProcess'];
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

/** Where no language is set Chromium would write no umlaut into a file's name. */
export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: chromiumFlags, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
}
