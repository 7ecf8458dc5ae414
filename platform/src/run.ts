import { createApp, type AppExtras } from './app.ts';
import type { Config } from './config.ts';
import { createLiveHub } from './live/hub.ts';
import { serve } from './server.ts';
import { createServices, type ServiceOverrides } from './services.ts';
import { startWorker } from './worker.ts';

export type Running = { port: number | null; stop(): Promise<void> };

/** Starts what this process is to do: answer requests, work off jobs, or both. `stop` finishes what has begun. */
export async function run(config: Config, urls: { owner: string; app: string }, extras?: AppExtras, overrides?: ServiceOverrides): Promise<Running> {
  const services = createServices(config, urls.app, overrides);
  try {
    const live = config.processes.web ? await createLiveHub(services) : null;
    const server = live ? await serve(createApp(services, live, extras), config.http) : null;
    const worker = config.processes.worker ? await startWorker(services, urls.owner) : null;
    return {
      port: server?.port ?? null,
      async stop() {
        services.lifecycle.draining = true;
        await live?.close();
        await Promise.all([server?.close(), worker?.stop()]);
        await services.close();
      },
    };
  } catch (error) {
    await services.close();
    throw error;
  }
}
