import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AddressInfo } from 'node:net';
import { callLoopback, type SendCallBack } from './call-back.ts';
import { createFaults } from './faults.ts';
import { type Inbox, openInbox } from './inbox.ts';
import { createPage } from './page/routes.ts';
import { createResend } from './resend/routes.ts';
import type { ResendWebhook } from './resend/webhook.ts';
import { createTwilio } from './twilio/routes.ts';

export type Simulators = {
  port: number;
  /** Base URLs to hand to the vendors' SDKs. */
  resendUrl: string;
  twilioUrl: string;
  chargebeeUrl: string;
  stripeUrl: string;
  /** The page with phone and mailbox, to be mounted at the root of a host of its own. */
  fetch: (request: Request) => Response | Promise<Response>;
  inbox: Inbox;
  close(): Promise<void>;
};

// Resend takes mails of 40 MB, as base64 in JSON.
const maxBodyBytes = 48 * 1024 * 1024;

/**
 * Stand-ins for Resend and Twilio on a real socket of 127.0.0.1, and a page that shows what they were given.
 * Nothing leaves the machine. Without `port` a free one is taken; without `stateFile` messages live in memory only.
 * What became of a message is told to the SMS's StatusCallback and to `resendWebhook`, by way of `callBack`.
 */
export async function startSimulators(options: {
  port?: number;
  stateFile?: string;
  now: () => Date;
  resendWebhook?: ResendWebhook;
  callBack?: SendCallBack;
}): Promise<Simulators> {
  const closing = new AbortController();
  const inbox = openInbox(options.stateFile);
  const faults = createFaults(closing.signal);
  const vendor = { inbox, faults, now: options.now, callBack: options.callBack ?? callLoopback };
  const page = createPage({ inbox, faults, closing: closing.signal });
  const app = new Hono()
    .use(bodyLimit({ maxSize: maxBodyBytes }))
    .route('/resend', createResend({ ...vendor, webhook: options.resendWebhook }))
    .route('/twilio', createTwilio(vendor))
    .route('/', page);

  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    resendUrl: `http://127.0.0.1:${port}/resend`,
    twilioUrl: `http://127.0.0.1:${port}/twilio`,
    chargebeeUrl: `http://127.0.0.1:${port}/chargebee`,
    stripeUrl: `http://127.0.0.1:${port}/stripe`,
    fetch: (request) => page.fetch(request),
    inbox,
    close() {
      closing.abort();
      return new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}
