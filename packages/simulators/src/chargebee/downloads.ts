import type { Download } from 'chargebee';
import { Hono } from 'hono';
import type { Site } from './site.ts';

export type Downloads = {
  /** An address at which a file can be had for an hour, without credentials. */
  offer(origin: string, fileName: string, write: () => Uint8Array<ArrayBuffer>): Download;
  routes: Hono;
};

const validSeconds = 3600;

/** The files Chargebee hands out by address. They are written when they are fetched, and forgotten at a restart. */
export function createDownloads(site: Site): Downloads {
  const offers = new Map<string, { fileName: string; validTill: number; write: () => Uint8Array<ArrayBuffer> }>();
  return {
    offer(origin, fileName, write) {
      for (const [token, { validTill }] of offers) if (validTill <= site.seconds()) offers.delete(token);
      const token = site.newId('');
      const validTill = site.seconds() + validSeconds;
      offers.set(token, { fileName, validTill, write });
      return { download_url: `${origin}/chargebee/downloads/${token}/${fileName}`, valid_till: validTill, mime_type: 'application/pdf' };
    },
    routes: new Hono().get('/:token/:fileName', (c) => {
      const offer = offers.get(c.req.param('token'));
      if (!offer || offer.validTill <= site.seconds()) return c.text('This address is no longer valid.', 403);
      return c.body(offer.write(), 200, { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${offer.fileName}"` });
    }),
  };
}
