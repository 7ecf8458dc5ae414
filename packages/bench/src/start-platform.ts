import { fork } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '@meldewerk/db/free-port';

export type PlatformProcess = { port: number; pid: number; stop(): Promise<void> };
type Place = { ownerUrl: string; appUrl: string; dataFolder: string };

/** Settings under which callers from this machine may say where they come from: limits per address are not what is measured. */
export function platformSettings({ ownerUrl, appUrl, dataFolder }: Place, port: number, processes: 'web' | 'worker' | 'all'): Record<string, string> {
  return {
    OWNER_URL: ownerUrl, APP_URL: appUrl, DATA_FOLDER: dataFolder, PORT: String(port), PROCESSES: processes, NODE_ENV: 'test', LOG_LEVEL: 'warn', TRUSTED_PROXIES: '127.0.0.1',
    SECRET: 'only-for-measuring-and-nothing-else-ever', RESEND_API_KEY: 're_none', EMAIL_FROM: 'nobody <nobody@nowhere.example>', RESEND_BASE_URL: 'http://127.0.0.1:9',
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'none', TWILIO_FROM: '+4915735990000', TWILIO_BASE_URL: 'http://127.0.0.1:9',
  };
}

export async function startPlatform(place: Place, processes: 'web' | 'worker' | 'all'): Promise<PlatformProcess> {
  const port = await freePort();
  return startProcess('platform-process.ts', platformSettings(place, port, processes), port);
}

/** A process beside this one, ready when it says so, ended by closing its channel. */
export async function startProcess(file: string, env: Record<string, string>, port: number): Promise<PlatformProcess> {
  const child = fork(join(import.meta.dirname, file), { env: { ...env, PATH: process.env['PATH'] }, execArgv: process.env['PROF'] ? ['--cpu-prof','--cpu-prof-dir=/tmp/prof'] : [] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
  return {
    port,
    pid: child.pid ?? 0,
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
