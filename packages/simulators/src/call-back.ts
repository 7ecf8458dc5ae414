import { request } from 'node:http';

export type CallBack = { url: string; headers: Record<string, string>; body: string };
/** Posts a vendor's word to its receiver. Never throws; resolves to the status it was answered with, null where there was no answer. */
export type SendCallBack = (callBack: CallBack) => Promise<number | null>;

const timeoutMs = 5000;

/**
 * Calls this machine and no other. Browsers know that `*.localhost` is this machine, Node's resolver need not, so the
 * loopback address is called and the name travels in the Host header.
 */
export function callLoopback({ url, headers, body }: CallBack): Promise<number | null> {
  if (!URL.canParse(url)) return Promise.resolve(null);
  const { protocol, host, hostname, port, pathname, search } = new URL(url);
  const loopback = hostname === '127.0.0.1' || hostname === 'localhost' || hostname.endsWith('.localhost');
  if (protocol !== 'http:' || !loopback) return Promise.resolve(null);
  return new Promise((resolve) => {
    const call = request({
      host: '127.0.0.1', port: port || 80, path: `${pathname}${search}`, method: 'POST', agent: false,
      headers: { ...headers, host, 'content-length': Buffer.byteLength(body) }, signal: AbortSignal.timeout(timeoutMs),
    });
    call.on('response', (response) => response.resume().on('close', () => resolve(response.statusCode ?? null)));
    call.on('error', () => resolve(null));
    call.end(body);
  });
}
