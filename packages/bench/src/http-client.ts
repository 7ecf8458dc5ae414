import { Agent, request, type OutgoingHttpHeaders } from 'node:http';

export type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; body: string };
export type Ask = { method?: string; path: string; headers?: OutgoingHttpHeaders; body?: string | Buffer };

let callers = 0;

/** Requests over kept connections to a server on this machine, as host `host`, each from an address of its own. */
export function createHttpClient(port: number, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    async ask(host: string, { method = 'GET', path, headers = {}, body }: Ask): Promise<Answer> {
      callers++;
      const from = `10.${(callers >> 16) & 255}.${(callers >> 8) & 255}.${callers & 255}`;
      return new Promise((resolve, reject) => {
        const outgoing = request(
          { agent, host: '127.0.0.1', port, method, path, headers: { host, 'x-forwarded-for': from, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }), ...headers } },
          (incoming) => {
            const chunks: Buffer[] = [];
            incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
            incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks).toString() }));
            incoming.on('error', reject);
          },
        );
        outgoing.on('error', reject);
        outgoing.end(body);
      });
    },
    close: () => agent.destroy(),
  };
}

export function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status}: ${answer.body.slice(0, 300)}`);
  return answer;
}
