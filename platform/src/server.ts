import { createServer, type Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { AppEnv } from './http/scope.ts';

export type RunningServer = { port: number; close(): Promise<void> };

/** A port that somebody else has. */
export class PortTaken extends Error {
  constructor(port: number) {
    super(`port ${port} is taken`);
    this.name = 'PortTaken';
  }
}

/** Listens. Slow senders are cut: headers within 8 s, a whole request within 2 minutes (a 25 MB photo over a thin line). */
export async function serve(app: Hono<AppEnv>, { host, port }: { host: string; port: number }): Promise<RunningServer> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    createServer,
    serverOptions: { headersTimeout: 8_000, requestTimeout: 120_000, keepAliveTimeout: 65_000, connectionsCheckingInterval: 1_000, maxHeaderSize: 16_384 },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () => close(server),
  };
}

/** Lets running requests finish; event streams and idle connections are ended at once, stragglers after ten seconds. */
async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const straggling = setTimeout(() => server.closeAllConnections(), 10_000);
  await closed;
  clearTimeout(straggling);
}
