import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { photoBlobKey } from '@meldewerk/blobs/blob-store';
import { readConfig } from '@meldewerk/platform/config';
import { derivativeSizes, jpegQuality } from '@meldewerk/platform/photos/derivatives';
import { processPhoto } from '@meldewerk/platform/photos/process-photo';
import { createServices } from '@meldewerk/platform/services';
import postgres from 'postgres';
import sharp, { type Sharp } from 'sharp';
import { makeCameraPhoto } from './camera-photo.ts';
import type { Cluster } from './cluster.ts';
import { putDrafts, type ReadyDraft } from './drafts.ts';
import { createHttpClient } from './http-client.ts';
import { figure, inTurns, loadWith, quantile, type Finding } from './measure.ts';
import { platformSettings, startPlatform } from './start-platform.ts';
import { uploadPhoto } from './upload-photo.ts';
import { provisionWorkshops } from './workshops.ts';

const inFlight = 4;

/** From a stored photo to its two derivatives, and from the first uploaded byte to them, against sharp alone. */
export async function* measurePhotos(cluster: Cluster, quick: boolean): AsyncGenerator<Finding> {
  const database = await cluster.createDatabase('photos');
  const [workshop] = await provisionWorkshops(database.ownerUrl, 1);
  if (!workshop) throw new Error('one workshop was asked for');
  const dataFolder = join(cluster.folder, 'photos');
  await mkdir(dataFolder);
  const place = { ...database, dataFolder };
  const owner = postgres(database.ownerUrl, { max: 2, onnotice: () => {} });
  const services = createServices(readConfig(platformSettings(place, 3000, 'web')), database.appUrl);
  const platform = await startPlatform(place, 'all');
  const http = createHttpClient(platform.port, inFlight);
  sharp.concurrency(1);
  sharp.cache(false);

  const photo = await makeCameraPhoto();
  const perRound = quick ? 12 : 32;
  const rounds = quick ? 2 : 5;
  const bareFolder = join(cluster.folder, 'bare-photos');
  await mkdir(bareFolder);
  const file = join(bareFolder, 'original');
  await writeDurably(file, photo);
  const bare = () => loadWith(inFlight, Array.from({ length: perRound }, () => randomUUID()), (name) => deriveBare(file, join(bareFolder, name)));

  try {
    const stored = await inTurns(rounds, bare, async () => {
      const ids = await storeOriginals(workshop.tenantId, perRound);
      return loadWith(inFlight, ids, (photoId) => processPhoto(services, { tenantId: workshop.tenantId, photoId }));
    });
    yield describe('stored file to two stored derivatives, 4 in flight', stored, '≥ 0.95');
    const whole = await inTurns(rounds, bare, async () => {
      await owner`delete from rate_limits`;
      const drafts = await putDrafts(owner, [workshop], perRound);
      const startedAt = performance.now();
      const ids: string[] = [];
      const upload = async (draft: ReadyDraft) => void ids.push(await uploadPhoto(http, '/api/uploads', photo, draft));
      const { latenciesMs } = await loadWith(inFlight, drafts, upload);
      while ((await countReady(ids)) < perRound) await delay(20);
      return { perSecond: (perRound * 1000) / (performance.now() - startedAt), latenciesMs };
    });
    yield describe('upload, job and derivatives together, 4 callers', whole);
  } finally {
    http.close();
    await platform.stop();
    await services.close();
    await owner.end();
  }

  function describe(what: string, { bare: raw, product, ratio }: Awaited<ReturnType<typeof inTurns>>, target?: string): Finding {
    const median = (latenciesMs: number[]) => figure(quantile(latenciesMs, 0.5));
    return {
      what: `${what} (12 MP, ${figure(photo.byteLength / 1e6)} MB)`,
      figures: `${figure(product.perSecond.median)}/s, bare sharp ${figure(raw.perSecond.median)}/s; p50 ${median(product.latenciesMs)} ms against ${median(raw.latenciesMs)} ms`,
      ratio,
      ...(target && { target }),
    };
  }

  async function storeOriginals(tenantId: string, count: number): Promise<string[]> {
    const drafts = await putDrafts(owner, [{ tenantId, host: '' }], Math.ceil(count / 8));
    const ids = drafts.flatMap((draft) => draft.photos.map(({ id }) => id)).slice(0, count);
    for (const id of ids) await services.blobs.put(photoBlobKey(tenantId, id, 'original'), photo);
    await owner`update photos set state = 'received' where id = any (${ids})`;
    return ids;
  }

  async function countReady(ids: string[]): Promise<number> {
    const [row] = await owner<{ ready: number }[]>`select count(*)::int as ready from photos where id = any (${ids}) and state <> 'received'`;
    return row?.ready ?? 0;
  }
}

async function deriveBare(source: string, target: string): Promise<void> {
  const fitted = (picture: Sharp, edge: number) => picture.resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true }).jpeg({ quality: jpegQuality });
  const display = await fitted(sharp(await readFile(source)).autoOrient(), derivativeSizes.display).toBuffer();
  const thumbnail = await fitted(sharp(display), derivativeSizes.thumbnail).toBuffer();
  await Promise.all([writeDurably(`${target}-display`, display), writeDurably(`${target}-thumbnail`, thumbnail)]);
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'w');
  await file.writeFile(bytes);
  await file.sync();
  await file.close();
}
