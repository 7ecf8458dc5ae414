import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PDF, rgb } from '@libpdf/core';
import { photoBlobKey } from '@meldewerk/blobs/blob-store';
import { createFileSystemBlobs } from '@meldewerk/blobs/file-system';
import { derivativeSizes, jpegQuality } from '@meldewerk/platform/photos/derivatives';
import postgres from 'postgres';
import sharp from 'sharp';
import { makeCameraPhoto } from './camera-photo.ts';
import type { Cluster } from './cluster.ts';
import { copyReports, withStaff } from './generate-reports.ts';
import { createHttpClient, expectStatus } from './http-client.ts';
import { figure, inTurns, loadWith, quantile, spreadOf, type Finding } from './measure.ts';
import { startPlatform, startProcess } from './start-platform.ts';
import { provisionWorkshops, signIn } from './workshops.ts';

const photosOfReport = 8;

/** A case as a PDF against its library alone, and a list as a workbook against exceljs alone. */
export async function* measureExports(cluster: Cluster, quick: boolean): AsyncGenerator<Finding> {
  const database = await cluster.createDatabase('exports');
  const [workshop] = await provisionWorkshops(database.ownerUrl, 1);
  if (!workshop) throw new Error('one workshop was asked for');
  const dataFolder = join(cluster.folder, 'exports');
  await mkdir(dataFolder);
  const owner = postgres(database.ownerUrl, { max: 2, onnotice: () => {} });
  const reports = quick ? 10_000 : 100_000;
  await copyReports(owner, await withStaff(owner, workshop.tenantId), 0, reports, false);
  await owner`vacuum (analyze) damage_reports`;
  const platform = await startPlatform({ ...database, dataFolder }, 'all');
  const http = createHttpClient(platform.port, 4);
  try {
    const cookie = await signIn(http, workshop.host);
    const ask = (path: string) => http.ask(workshop.host, { path, headers: { cookie } });

    const pairs: { bare: number; product: number }[] = [];
    let peaks = { bare: 0, writer: 0, product: 0, before: await megabytes(platform.pid, 'VmRSS') };
    await forgetPeak(platform.pid);
    let bytes = 0;
    for (let round = 0; round <= (quick ? 2 : 3); round++) {
      const bare = await bareList(join(cluster.folder, `bare-${round}.xlsx`), reports);
      const product = await productList(round);
      if (round > 0) pairs.push({ bare: bare.perSecond, product: product.perSecond });
      bytes = product.bytes;
      peaks = { ...peaks, bare: Math.max(peaks.bare, bare.peak), writer: Math.max(peaks.writer, product.writerPeak), product: await megabytes(platform.pid, 'VmHWM') };
    }
    yield {
      what: `list of ${reports.toLocaleString('en')} reports as a workbook, 43 columns, ${figure(bytes / 1e6)} MB`,
      figures: `${figure(spreadOf(pairs.map(({ product }) => product)).median)} rows/s, exceljs alone with the same cells ${figure(spreadOf(pairs.map(({ bare }) => bare)).median)}/s; peak memory of the process that writes ${figure(peaks.writer)} MB, exceljs alone ${figure(peaks.bare)} MB; of the one that serves ${figure(peaks.product)} MB (${figure(peaks.before)} before)`,
      ratio: spreadOf(pairs.map(({ bare, product }) => product / bare)),
      target: '≥ 0.85, the writing process < 250 MB',
    };

    const derivatives = await makeDerivatives();
    const reportId = await givePhotos(owner, workshop.tenantId, dataFolder, derivatives);
    const times = quick ? 6 : 20;
    const dossiers = await inTurns(
      quick ? 2 : 5,
      () => loadWith(1, Array.from({ length: times }), () => bareDossier(derivatives)),
      () => loadWith(1, Array.from({ length: times }), () => download(platform.port, workshop.host, `/api/reports/${reportId}/dossier.pdf`, cookie)),
    );
    yield {
      what: `PDF dossier of a report with ${photosOfReport} photos`,
      figures: `p50 ${figure(quantile(dossiers.product.latenciesMs, 0.5))} ms, p95 ${figure(quantile(dossiers.product.latenciesMs, 0.95))} ms; the library alone, same photos, fonts and number of lines, p50 ${figure(quantile(dossiers.bare.latenciesMs, 0.5))} ms`,
      ratio: dossiers.ratio,
      target: '≥ 0.5 (twice the time at most), p95 < 2,000 ms',
    };

    async function productList(round: number): Promise<{ perSecond: number; bytes: number; writerPeak: number }> {
      let writerPeak = 0;
      const id = randomUUID();
      const asked = { method: 'POST', path: '/api/exports', headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }, body: JSON.stringify({ id, filter: {} }) };
      const startedAt = performance.now();
      expectStatus(await http.ask(workshop?.host ?? '', asked), 202);
      for (;;) {
        await delay(50);
        for (const child of await childrenOf(platform.pid)) writerPeak = Math.max(writerPeak, (await megabytes(child, 'VmHWM')) || 0);
        const { state, byteSize } = JSON.parse(expectStatus(await ask(`/api/exports/${id}`), 200).body) as { state: string; byteSize: number };
        if (state === 'failed') throw new Error(`export ${round} failed`);
        if (state === 'finished') return { perSecond: (reports * 1000) / (performance.now() - startedAt), bytes: byteSize, writerPeak };
      }
    }
  } finally {
    http.close();
    await platform.stop();
    await owner.end();
  }
}

/** Takes a file as a browser does: bytes, not text. */
function download(port: number, host: string, path: string, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers: { host, cookie } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${path} was answered ${answer.statusCode}`));
      answer.resume().on('end', resolve).on('error', reject);
    }).on('error', reject);
  });
}

type Derivatives = { display: Buffer; thumbnail: Buffer };

async function makeDerivatives(): Promise<Derivatives> {
  const photo = await makeCameraPhoto();
  const sized = (edge: number) => sharp(photo).autoOrient().resize({ width: edge, height: edge, fit: 'inside' }).jpeg({ quality: jpegQuality }).toBuffer();
  return { display: await sized(derivativeSizes.display), thumbnail: await sized(derivativeSizes.thumbnail) };
}

async function givePhotos(owner: postgres.Sql, tenantId: string, dataFolder: string, { display, thumbnail }: Derivatives): Promise<string> {
  const blobs = createFileSystemBlobs(join(dataFolder, 'blobs'));
  const [report] = await owner<{ id: string }[]>`select id from damage_reports where tenant_id = ${tenantId} order by listed_at desc limit 1`;
  if (!report) throw new Error('reports were copied in');
  for (let position = 0; position < photosOfReport; position++) {
    const id = randomUUID();
    await blobs.put(photoBlobKey(tenantId, id, 'display'), display);
    await blobs.put(photoBlobKey(tenantId, id, 'thumbnail'), thumbnail);
    await owner.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`insert into photos (tenant_id, id, draft_id, report_id, shot_id, position, state, media_type, byte_size, sha256, source, width, height, uploaded_at)
        values (${tenantId}, ${id}, ${randomUUID()}, ${report.id}, 'damageWide', ${position}, 'ready', 'image/jpeg', 4000000, ${Buffer.alloc(32, position)}, 'camera', 3000, 4000, now())`;
    });
  }
  return report.id;
}

const require = createRequire(import.meta.resolve('@meldewerk/documents/fonts'));
const fontFile = (name: string) => require.resolve(`@expo-google-fonts/noto-sans/${name}`);
const linesOnPage = 45;
const textPages = 2;

/** As many lines in the same fonts and the same pictures in the same places, with nothing of ours around it. */
async function bareDossier({ display, thumbnail }: Derivatives): Promise<Uint8Array> {
  const pdf = PDF.create();
  const open = async (name: string) => pdf.embedFont(new Uint8Array(await readFile(fontFile(name))));
  const [regular, bold] = [await open('400Regular/NotoSans_400Regular.ttf'), await open('700Bold/NotoSans_700Bold.ttf')];
  const write = (page: ReturnType<PDF['addPage']>, text: string, y: number) => page.drawText(text, { x: 62, y, size: 9, font: y % 2 ? bold : regular, color: rgb(0, 0, 0) });
  for (let number = 0; number < textPages; number++) {
    const page = pdf.addPage({ width: 595, height: 842 });
    for (let line = 0; line < linesOnPage; line++) write(page, `Angabe ${line}: was die Kundin zu ihrem Fahrzeug geschrieben hat`, 780 - line * 15);
  }
  const sheet = pdf.addPage({ width: 595, height: 842 });
  for (let index = 0; index < photosOfReport; index++) sheet.drawImage(pdf.embedJpeg(new Uint8Array(thumbnail)), { x: 62 + (index % 4) * 115, y: 600 - Math.floor(index / 4) * 120, width: 80, height: 84 });
  let page = sheet;
  for (let index = 0; index < photosOfReport; index++) {
    if (index % 2 === 0) page = pdf.addPage({ width: 595, height: 842 });
    page.drawImage(pdf.embedJpeg(new Uint8Array(display)), { x: 62, y: index % 2 === 0 ? 480 : 120, width: 190, height: 252 });
    for (let line = 0; line < 5; line++) write(page, `Foto ${index}, Zeile ${line}`, (index % 2 === 0 ? 470 : 110) - line * 10);
  }
  return pdf.save({ subsetFonts: true });
}

async function bareList(path: string, rows: number): Promise<{ perSecond: number; peak: number }> {
  const child = await startProcess('bare-excel-process.ts', { FILE: path, ROWS: String(rows) }, 0);
  const peak = await megabytes(child.pid, 'VmHWM');
  const { mtimeMs, birthtimeMs } = await stat(path);
  await child.stop();
  await rm(path);
  return { perSecond: (rows * 1000) / (mtimeMs - birthtimeMs), peak };
}

async function megabytes(pid: number, which: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(new RegExp(`${which}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** The start takes more than it leaves behind. */
async function forgetPeak(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/clear_refs`, '5').catch(() => {});
}

/** The processes that another has started; while a list is made, the one that writes it. */
async function childrenOf(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return children.split(' ').filter(Boolean).map(Number);
}
