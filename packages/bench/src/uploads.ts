import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '@meldewerk/db/free-port';
import postgres from 'postgres';
import { makeCameraPhoto } from './camera-photo.ts';
import type { Cluster } from './cluster.ts';
import { putDrafts } from './drafts.ts';
import { createHttpClient } from './http-client.ts';
import { figure, inTurns, loadWith, quantile, type Finding } from './measure.ts';
import { startPlatform, startProcess } from './start-platform.ts';
import { uploadPhoto } from './upload-photo.ts';
import { provisionWorkshops } from './workshops.ts';

const callers = 4;

/** Photos into the product until they are safe, against tus alone with SHA-256 and fsync; nothing is decoded meanwhile. */
export async function* measureUploads(cluster: Cluster, quick: boolean): AsyncGenerator<Finding> {
  const database = await cluster.createDatabase('uploads');
  const workshops = await provisionWorkshops(database.ownerUrl, 4);
  const owner = postgres(database.ownerUrl, { max: 2, onnotice: () => {} });
  const dataFolder = join(cluster.folder, 'received');
  const bareFolder = join(cluster.folder, 'bare-uploads');
  await Promise.all([mkdir(dataFolder), mkdir(bareFolder)]);
  const barePort = await freePort();
  const [platform, bare] = await Promise.all([startPlatform({ ...database, dataFolder }, 'web'), startProcess('bare-tus-process.ts', { DATA_FOLDER: bareFolder, PORT: String(barePort) }, barePort)]);
  const [http, bareHttp] = [createHttpClient(platform.port, callers), createHttpClient(barePort, callers)];
  try {
    const photo = await makeCameraPhoto();
    const perRound = quick ? 16 : 40;
    const drafts = async () => {
      await owner`delete from rate_limits`;
      return putDrafts(owner, workshops, perRound);
    };
    const result = await inTurns(
      quick ? 3 : 7,
      async () => loadWith(callers, await drafts(), (draft) => uploadPhoto(bareHttp, '/uploads', photo, draft)),
      async () => loadWith(callers, await drafts(), (draft) => uploadPhoto(http, '/api/uploads', photo, draft)),
    );
    const megabytes = photo.byteLength / 1e6;
    yield {
      what: `upload of a ${figure(megabytes)} MB photo over tus, 4 callers`,
      figures: `${figure(result.product.perSecond.median)}/s (${figure(result.product.perSecond.median * megabytes)} MB/s), bare tus with SHA-256 and fsync ${figure(result.bare.perSecond.median)}/s; p50 ${figure(quantile(result.product.latenciesMs, 0.5))} ms against ${figure(quantile(result.bare.latenciesMs, 0.5))} ms`,
      ratio: result.ratio,
      target: '≥ 0.85',
    };
  } finally {
    http.close();
    bareHttp.close();
    await Promise.all([platform.stop(), bare.stop()]);
    await owner.end();
  }
}
