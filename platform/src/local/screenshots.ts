import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort } from '@meldewerk/db/free-port';
import { chromiumFlags } from '@meldewerk/testing/chromium';
import { findChromium } from '@meldewerk/testing/find-chromium';
import { chromium } from 'playwright-core';
import { originOf, readConfig } from '../config.ts';
import { setUpCamera, type Places } from './screenshots-camera.ts';
import { showBilling } from './screenshots-of-billing.ts';
import { filmVehicle, showCapture } from './screenshots-of-capture.ts';
import { showPortal } from './screenshots-of-portal.ts';
import { showPreparing } from './screenshots-of-preparing.ts';
import { showStatusPage } from './screenshots-of-status-page.ts';
import { showWidget } from './screenshots-of-widget.ts';
import { demoTenant } from './seed.ts';
import { startLocally } from './start.ts';

/**
 * `pnpm screenshots`: the main screens at phone and desktop width, of an installation of its own with demo data, or of a
 * local start that is running already: `pnpm screenshots --url http://localhost:3000` (sends two reports there).
 * Empty date fields speak the browser's own language: German where it has it (Debian: chromium-l10n).
 */
const { values } = parseArgs({ options: { url: { type: 'string' } } });
const installation = values.url ? { places: placesAt(new URL(values.url)), stop: async () => {} } : await startInstallation();
const film = await mkdtemp(join(tmpdir(), 'meldewerk-film-'));
await filmVehicle(join(film, 'vehicle.y4m'));
const browser = await chromium.launch({ executablePath: findChromium(process.env), args: [...chromiumFlags, '--lang=de', `--use-file-for-fake-video-capture=${join(film, 'vehicle.y4m')}`], env: { ...process.env, LANGUAGE: 'de' } });
try {
  const camera = await setUpCamera(browser, (path) => process.stdout.write(`  ${path}\n`));
  await showPortal(camera, installation.places);
  await showCapture(camera, installation.places);
  await showWidget(camera, installation.places);
  await showStatusPage(camera, installation.places);
  await showPreparing(camera, installation.places);
  await showBilling(camera, installation.places);
} finally {
  await browser.close();
  await installation.stop();
  await rm(film, { recursive: true, force: true });
}

async function startInstallation() {
  const folder = await mkdtemp(join(tmpdir(), 'meldewerk-screenshots-'));
  // PostgreSQL runs as another user when this is root's.
  await chmod(folder, 0o755);
  const config = readConfig({ PORT: String(await freePort()), DATA_FOLDER: folder, LOG_LEVEL: 'silent' });
  const running = await startLocally(config);
  const stop = async () => {
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { places: placesAt(new URL(originOf(config, null))), stop };
}

function placesAt(apex: URL): Places {
  const at = (label: string) => `${apex.protocol}//${label}.${apex.host}`;
  return { apex: apex.origin, page: at(demoTenant), portal: `${at(demoTenant)}/portal`, inbox: at('simulators'), billing: at('billing'), operator: at('operator') };
}
