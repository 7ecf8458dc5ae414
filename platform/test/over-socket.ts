import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { Platform } from './harness.ts';

/** Asks the listening platform over a real socket under any host name, which `fetch` does not let one choose. */
export async function askOverSocket(
  platform: Pick<Platform, 'config'>,
  host: string,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<IncomingMessage> {
  const asked = request({ host: '127.0.0.1', port: platform.config.http.port, path, method, agent: false, headers: { host, ...headers } });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return answer;
}
