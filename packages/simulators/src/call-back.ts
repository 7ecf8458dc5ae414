import { request } from 'node:http';

export type CallBack = { url: string; headers: Record<string, string>; body: string };
/** Posts a vendor's word to its receiver. Never throws: a receiver that fails is not asked again. */
export type SendCallBack = (callBack: CallBack) => Promise<void>;

const timeoutMs = 5000;

/**
 * Calls this machine and no other. Browsers know that `*.localhost` is this machine, Node's resolver need not, so the
 * loopback address is called and the name travels in the Host header.
 */
export function callLoopback({ url, headers, body }: CallBack): Promise<void> {
  if (!URL.canParse(url)) return Promise.resolve();
  const { protocol, host, hostname, port, pathname, search } = new URL(url);
  const loopback = hostname === '127.0.0.1' || hostname === 'localhost' || hostname.endsWith('.localhost');
  if (protocol !== 'http:' || !loopback) return Promise.resolve();
  return new Promise((resolve) => {
    const call = request({
      host: '127.0.0.1', port: port || 80, path: `${pathname}${search}`, method: 'POST', agent: false,
      headers: { ...headers, host, 'content-length': Buffer.byteLength(body) }, signal: AbortSignal.timeout(timeoutMs),
    });
    call.on('response', (response) => response.resume().on('close', resolve));
    call.on('error', () => resolve());
    call.end(body);
  });
}
