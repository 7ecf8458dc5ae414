import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Billing } from '../billing.ts';
import { fetchInvoicePdf } from './fetch-invoice-pdf.ts';

let vendor: Server;
let stranger: Server;
const asked: string[] = [];

beforeAll(async () => {
  const serve = (name: string) => createServer((request, response) => {
    asked.push(`${name} ${request.url}`);
    if (request.url === '/away') return response.writeHead(302, { location: `${originOf(stranger)}/secret.pdf` }).end();
    if (request.url === '/moved') return response.writeHead(302, { location: '/there.pdf' }).end();
    if (request.url === '/page') return response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>No</h1>');
    if (request.url === '/large') return response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': String(30 * 1024 * 1024) }).end();
    return response.writeHead(200, { 'content-type': 'binary/octet-stream' }).end('%PDF-1.7');
  });
  [vendor, stranger] = [serve('vendor'), serve('stranger')];
  for (const server of [vendor, stranger]) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  for (const server of [vendor, stranger]) {
    server.closeAllConnections();
    server.close();
  }
});

const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
/** Where Chargebee says the file is, on its own site or on a simulated one. */
function fetchFrom(downloadUrl: string, baseUrl?: string): Promise<Response> {
  const chargebee = { invoice: { pdf: async () => ({ download: { download_url: downloadUrl } }) } };
  return fetchInvoicePdf({ chargebee, config: { chargebee: { baseUrl } } } as unknown as Billing, 'R-1');
}

test('an invoice is fetched from the vendor, also where it moved to within', async () => {
  const base = `${originOf(vendor)}/chargebee`;
  expect(await (await fetchFrom(`${originOf(vendor)}/there.pdf`, base)).text()).toBe('%PDF-1.7');
  expect(await (await fetchFrom(`${originOf(vendor)}/moved`, base)).text()).toBe('%PDF-1.7');
});

test('nothing is fetched from anywhere else, no page is taken for a file, and none that is too large', async () => {
  asked.length = 0;
  const base = `${originOf(vendor)}/chargebee`;
  for (const path of ['/away', '/page', '/large']) await expect(fetchFrom(`${originOf(vendor)}${path}`, base)).rejects.toMatchObject({ code: 'paymentVendorDown' });
  const elsewhere = [originOf(stranger), originOf(stranger).replace('http', 'https'), 'http://169.254.169.254/latest/meta-data', 'https://chargebee.com.evil.example/x', 'https://evilchargebee.com/x', 'https://chargebee.com@127.0.0.1/x', 'https://x:y@files.chargebee.com/x', 'https://files.chargebee.com:8443/x', 'http://files.chargebee.com/x', 'file:///etc/passwd', 'no address'];
  for (const address of elsewhere) await expect(fetchFrom(address)).rejects.toMatchObject({ code: 'paymentVendorDown' });
  expect(asked).toEqual(['vendor /away', 'vendor /page', 'vendor /large']);
});
