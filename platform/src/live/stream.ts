import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

/** An open event stream. Writing never waits. */
export type EventStream = {
  response: Response;
  write(chunk: string): void;
  end(): void;
};

const headers = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store',
  // Proxies that buffer would keep the news to themselves.
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
};
/** A client that leaves this much unread is not listening any more. */
const maxUnreadBytes = 256 * 1024;

/** Opens a stream on Node's own response: thousands may be open, and a web stream for each costs more than the socket. `onEnd` is called once. */
export function openNodeStream(outgoing: ServerResponse, extraHeaders: Record<string, string>, onEnd: () => void): EventStream {
  outgoing.writeHead(200, { ...headers, ...extraHeaders });
  outgoing.flushHeaders();
  outgoing.socket?.setNoDelay(true);
  // Who left while the session was being read will not leave again.
  if (outgoing.destroyed) queueMicrotask(onEnd);
  else outgoing.once('close', onEnd);
  return {
    // A copy: what later middleware adds to the headers must not pile up on the shared one.
    response: new Response(null, RESPONSE_ALREADY_SENT),
    write(chunk) {
      if (outgoing.writableLength + chunk.length > maxUnreadBytes) outgoing.destroy();
      else outgoing.write(chunk);
    },
    end: () => outgoing.end(),
  };
}

/** The same without a Node response, as a web stream. */
export function openWebStream(onEnd: () => void): EventStream {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const encoder = new TextEncoder();
  const close = () => {
    if (!controller) return;
    controller = undefined;
    onEnd();
  };
  const body = new ReadableStream<Uint8Array>(
    { start: (started) => void (controller = started), cancel: close },
    { highWaterMark: maxUnreadBytes, size: (chunk) => chunk?.byteLength ?? 0 },
  );
  const end = () => {
    controller?.close();
    close();
  };
  return {
    response: new Response(body, { headers }),
    write(chunk) {
      if (!controller) return;
      if ((controller.desiredSize ?? 0) < chunk.length) end();
      else controller.enqueue(encoder.encode(chunk));
    },
    end,
  };
}
