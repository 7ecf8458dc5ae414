import { createServer, type ServerResponse } from 'node:http';
import type { TestProject } from 'vitest/node';
import { buildOnce } from './bundles.ts';
import { startTemplate } from './template-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file asks for what the whole run shares. */
    sharedResources: string;
  }
}

/**
 * Lends the run's one PostgreSQL and the bundles to the test files. Either is made when the first file asks for
 * it, so that a run that needs none of them pays for none; all end with the run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const resources = { '/postgres': once(startTemplate), '/bundles': once(buildOnce) };
  const server = createServer((request, response) => {
    const resource = Object.entries(resources).find(([path]) => path === request.url)?.[1];
    if (!resource) response.writeHead(404).end();
    else
      resource.get().then(
        ({ shared }) => answer(response, 200, shared),
        (error: Error) => answer(response, 500, { message: error.message }),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port to lend resources on');
  project.provide('sharedResources', `http://127.0.0.1:${address.port}`);

  return async () => {
    server.close();
    server.closeAllConnections();
    await Promise.all(Object.values(resources).map((resource) => resource.stop()));
  };
}

/** What test files get to know of a resource, and how it ends. */
type Started = { shared: object; stop(): Promise<void> };

function once(start: () => Promise<Started>) {
  let started: Promise<Started> | undefined;
  return {
    get: () => (started ??= start()),
    stop: async () => {
      const resource = await started?.catch(() => undefined);
      await resource?.stop();
    },
  };
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
