import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Logger as QueueLogger, runOnce, type RunnerOptions } from 'graphile-worker';
import { freePort } from '@meldewerk/db/free-port';
import { startSimulators, type Simulators } from '@meldewerk/simulators/start';
import { builtBundles } from '@meldewerk/testing/bundles';
import { createTestDatabase, type TestDatabase } from '@meldewerk/testing/database';
import type { Hono } from 'hono';
import { createApp } from '../src/app.ts';
import { originOf, readConfig, type Config } from '../src/config.ts';
import type { LogFields } from '../src/http/logger.ts';
import type { AppEnv } from '../src/http/scope.ts';
import { createLiveHub, type LiveHub } from '../src/live/hub.ts';
import { serve, type RunningServer } from '../src/server.ts';
import { createServices, type ServiceOverrides, type Services } from '../src/services.ts';
import { startWorker, tasks } from '../src/worker.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';
import { sharedProcesses } from './shared-processes.ts';

export type LogLine = LogFields & { level: string; message: string };

/** A request as a test words it. `host` may be a slug's origin or any host; `from` is the peer's address, a new one unless given. */
export type TestRequest = Omit<RequestInit, 'headers'> & {
  headers?: Record<string, string>;
  cookie?: string;
  json?: unknown;
  from?: string;
};

export type Platform = {
  services: Services;
  config: Config;
  app: Hono<AppEnv>;
  database: TestDatabase;
  clock: ManualClock;
  simulators: Simulators;
  live: LiveHub;
  logs: LogLine[];
  /** Asks the app without a socket. Changes carry `Sec-Fetch-Site: same-origin`, as from our own page, unless told otherwise. */
  request(host: string, path: string, request?: TestRequest): Promise<Response>;
  /** Works off every job that is due, and those they bring about. */
  runJobs(): Promise<void>;
  close(): Promise<void>;
};

export const resendWebhookSecret = `whsec_${Buffer.from('the-webhook-secret-of-the-tests').toString('base64')}`;

export const chargebeeWebhookPassword = 'the-webhook-password-of-the-tests';

type Options = {
  /** Listens on a free port for browsers, with a worker beside it and the machine's own clock. */
  listen?: boolean;
  settings?: Record<string, string>;
  /** The simulated vendors tell what became of their messages, as to the public address. Off unless asked for: it comes when it comes. */
  vendorsReport?: boolean;
  overrides?: ServiceOverrides;
};

/**
 * Boots the real platform: every route, PostgreSQL with row-level security, files in a temporary folder, vendors on real
 * sockets. Only the clock is the test's own.
 */
export async function bootPlatform({ listen = false, settings = {}, vendorsReport = false, overrides = {} }: Options = {}): Promise<Platform> {
  const [database, folder, port] = await Promise.all([createTestDatabase(), mkdtemp(join(tmpdir(), 'meldewerk-data-')), freePort(), listen && builtBundles()]);
  const clock = createManualClock(listen ? null : new Date('2026-11-20T10:00:00Z'));
  const simulators = await startSimulators({
    now: () => clock.now(),
    resendWebhook: { url: 'http://localhost:3000/api/webhooks/resend', secret: resendWebhookSecret },
    pagesUrl: `http://simulators.localhost:${listen ? port : 3000}`,
    ...(vendorsReport && { chargebeeWebhook: { url: 'http://localhost:3000/api/webhooks/chargebee', user: 'chargebee', password: chargebeeWebhookPassword } }),
    async callBack({ url, headers, body }) {
      if (!vendorsReport) return null;
      const { host, pathname, search } = new URL(url);
      const { status } = await ask(app, host, `${pathname}${search}`, { method: 'POST', headers: { ...headers, 'sec-fetch-site': 'none' }, body });
      return status;
    },
  });
  const config = readConfig({
    NODE_ENV: 'test', PORT: String(listen ? port : 3000), DATA_FOLDER: folder, SECRET: 'a-secret-of-the-tests-that-is-long-enough', LOG_LEVEL: 'silent', DATABASE_POOL_SIZE: '8',
    // That the machine is slow is no fault of what is tested.
    DATABASE_TIMEOUT_SECONDS: '60',
    RESEND_API_KEY: 're_test', EMAIL_FROM: 'Meldewerk <meldungen@meldewerk.example>', RESEND_BASE_URL: simulators.resendUrl, RESEND_WEBHOOK_SECRET: resendWebhookSecret,
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'test', TWILIO_FROM: '+4915735990000', TWILIO_BASE_URL: simulators.twilioUrl,
    CHARGEBEE_SITE: 'meldewerk-test', CHARGEBEE_API_KEY: 'test_key', CHARGEBEE_BASE_URL: simulators.chargebeeUrl, CHARGEBEE_WEBHOOK_USER: 'chargebee', CHARGEBEE_WEBHOOK_PASSWORD: chargebeeWebhookPassword, CHARGEBEE_GATEWAY_ACCOUNT_ID: 'gw_simulated',
    STRIPE_SECRET_KEY: 'rk_test_simulated', STRIPE_PUBLISHABLE_KEY: 'pk_test_simulated', STRIPE_BASE_URL: simulators.stripeUrl, MANDATE_ROUTES: 'inline,hosted', CREDITOR_NAME: 'Meldewerk Test GmbH', CREDITOR_ID: 'DE98ZZZ09999999999',
    ...settings,
  });
  const logs: LogLine[] = [];
  const at = (level: string) => (fields: LogFields, message: string) => void logs.push({ level, message, ...fields });
  // Shown below a test that fails, see `silent`: its answer of 5xx names the request, this line the cause.
  const shown = (level: string) => (fields: LogFields, message: string) => {
    console.error(level, message, fields);
    at(level)(fields, message);
  };
  const log = { debug: at('debug'), info: at('info'), warn: shown('warn'), error: shown('error') };
  const services = createServices(config, database.appUrl, { clock, log, ...sharedProcesses(), ...overrides });
  const live = await createLiveHub(services);
  const app = createApp(services, live, { hosts: { simulators: simulators.fetch }, landingLinks: [] });

  const queuePool = openQueuePool(database.ownerUrl);
  const running: RunningServer | null = listen ? await serve(app, config.http) : null;
  const worker = listen ? await startWorker(services, database.ownerUrl) : null;

  return {
    services, config, app, database, clock, simulators, live, logs,
    request: (host, path, request = {}) => ask(app, host, path, request),
    async runJobs() {
      await runOnce({ pgPool: queuePool, concurrency: 8, taskList: tasks(services), noHandleSignals: true, logger: new QueueLogger(() => () => {}) });
      // What the worker beside has taken is under way still.
      while (worker && (await queuePool.query('select from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts limit 1')).rowCount) await wait(20);
    },
    async close() {
      services.lifecycle.draining = true;
      await live.close();
      await Promise.all([running?.close(), worker?.stop(), queuePool.end()]);
      // What a vendor is telling meanwhile is answered first.
      await simulators.close();
      await services.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type QueuePool = NonNullable<RunnerOptions['pgPool']>;

/** By the queue's own driver; a pool that stays spares each working off eight new connections. */
function openQueuePool(connectionString: string): QueuePool {
  const { Pool } = createRequire(import.meta.resolve('graphile-worker'))('pg') as { Pool: new (settings: Partial<QueuePool['options']>) => QueuePool };
  const pool = new Pool({ connectionString, max: 8, idleTimeoutMillis: 0 });
  // The queue insists on both; a connection that breaks fails the job that used it.
  return pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}));
}

/** The host name of a tenant as its customers type it. */
export function hostOf(platform: Pick<Platform, 'config'>, slug: string | null): string {
  return new URL(originOf(platform.config, slug)).host;
}

let peers = 0;

async function ask(app: Hono<AppEnv>, host: string, path: string, { cookie, json, from, headers = {}, ...init }: TestRequest): Promise<Response> {
  const method = init.method ?? (json === undefined ? 'GET' : 'POST');
  const request = new Request(`http://localhost${path}`, {
    duplex: 'half',
    ...init,
    method,
    headers: {
      host,
      'sec-fetch-site': 'same-origin',
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...(cookie !== undefined && { cookie }),
      ...headers,
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  } as RequestInit);
  peers++;
  const remoteAddress = from ?? `10.${(peers >> 16) & 255}.${(peers >> 8) & 255}.${peers & 255}`;
  return app.request(request, undefined, { incoming: { socket: { remoteAddress } } } as never);
}
