import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Issue, ProblemCode } from '@meldewerk/contract/problem';

export type Failure = { status: number; code: ProblemCode; detail: string; issues?: Issue[] };
export type Body = Record<string, unknown>;

export function cookieOf(request: IncomingMessage, name: string): string {
  return new RegExp(`${name}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1] ?? '';
}

export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const sent = Buffer.concat(chunks).toString();
  return sent ? (JSON.parse(sent) as Body) : {};
}

export function json(response: ServerResponse, body: unknown, status = 200) {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}

export function empty(response: ServerResponse) {
  response.writeHead(204).end();
}

export function notFound(response: ServerResponse) {
  problem(response, { status: 404, code: 'notFound', detail: 'Das gibt es hier nicht.' });
}

export function problem(response: ServerResponse, { status, code, detail, issues }: Failure) {
  response.writeHead(status, { 'Content-Type': 'application/problem+json' });
  response.end(JSON.stringify({ type: `urn:meldewerk:problem:${code}`, title: detail, status, detail, code, requestId: 'req-0f3a91', ...(issues ? { issues } : {}) }));
}
