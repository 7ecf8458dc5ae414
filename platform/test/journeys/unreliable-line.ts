import { createServer, request as ask, type ClientRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

type Passed = { method: string; path: string; uploadOffset: number | null };

export type UnreliableLine = {
  port: number;
  /** Every request that came by, in order. */
  passed: Passed[];
  leadTo(port: number): void;
  /** The next photo on its way up gets stuck after so many bytes; once `arrived` says so, the line breaks on both ends. */
  cutNextUpload(afterBytes: number, arrived: () => Promise<unknown>): void;
  /** The next answer to a POST at `path` is lost on its way back, and the line with it. Resolves when that has happened. */
  loseAnswerOf(path: string): Promise<void>;
  /** Nothing goes through any more, in the middle of whatever is going through, until it is mended. */
  cut(): void;
  mend(): void;
  /** Bytes of photos that left the browsers so far. */
  uploadedBytes(): number;
  close(): Promise<void>;
};

/** A line between browsers and the platform, in both directions byte for byte, until it is told to break. */
export async function openUnreliableLine(): Promise<UnreliableLine> {
  const passed: Passed[] = [];
  let target = 0;
  let isCut = false;
  let losing: { path: string; lost: () => void } | null = null;
  let uploaded = 0;
  let cutting: ((request: IncomingMessage, onward: ClientRequest) => void) | null = null;

  const server = createServer((request, answer) => {
    const { method = 'GET', url: path = '/', headers } = request;
    if (method === 'PATCH') request.on('data', (chunk: Buffer) => (uploaded += chunk.byteLength));
    passed.push({ method, path, uploadOffset: method === 'PATCH' ? Number(headers['upload-offset']) : null });
    const onward = ask({ host: '127.0.0.1', port: target, method, path, headers });
    onward.on('response', (response) => {
      if (method === 'POST' && path === losing?.path) {
        isCut = true;
        losing.lost();
        losing = null;
        return request.socket.destroy();
      }
      answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
      response.pipe(answer);
    });
    onward.on('error', () => request.socket.destroy());
    answer.on('close', () => onward.destroy());
    if (method === 'PATCH' && cutting) {
      cutting(request, onward);
      cutting = null;
    } else request.pipe(onward);
  });
  server.on('connection', (socket) => isCut && socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    port: (server.address() as AddressInfo).port,
    passed,
    leadTo: (port) => void (target = port),
    cutNextUpload: (afterBytes, arrived) => void (cutting = (request, onward) => cut(request, onward, afterBytes, arrived)),
    loseAnswerOf: (path) => new Promise((lost) => (losing = { path, lost })),
    cut: () => {
      isCut = true;
      server.closeAllConnections();
    },
    mend: () => void (isCut = false),
    uploadedBytes: () => uploaded,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function cut(request: IncomingMessage, onward: ClientRequest, afterBytes: number, arrived: () => Promise<unknown>): void {
  let sent = 0;
  const breakLine = () => {
    onward.destroy();
    request.socket.destroy();
  };
  request.on('data', (chunk: Buffer) => {
    onward.write(chunk);
    sent += chunk.byteLength;
    if (sent < afterBytes) return;
    request.removeAllListeners('data').pause();
    void arrived().finally(breakLine);
  });
}
