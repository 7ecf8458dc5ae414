import { BillingFault } from '../billing-fault.ts';
import type { Billing } from '../billing.ts';
import { askChargebee } from '../chargebee/ask-chargebee.ts';

const maxHops = 3;
const patienceMs = 20_000;
const maxBytes = 20 * 1024 * 1024;
/** Stores of files need not know what they keep; what we send on is a PDF by our own word, and a download. */
const mediaTypes = /^(application\/pdf|(application|binary)\/octet-stream)\b/;

/**
 * The PDF of an invoice by an address that Chargebee gives for a short while: asked for anew each time, and nothing else than the
 * vendor's own houses is fetched from. Throws paymentVendorDown when there is no PDF to be had.
 */
export async function fetchInvoicePdf(billing: Billing, invoiceId: string): Promise<Response> {
  const { download } = await askChargebee(() => billing.chargebee.invoice.pdf(invoiceId, { disposition_type: 'attachment' }));
  const signal = AbortSignal.timeout(patienceMs);
  if (!URL.canParse(download.download_url)) throw new BillingFault('paymentVendorDown');
  let address = new URL(download.download_url);
  for (let hop = 0; hop < maxHops && isVendors(billing, address); hop++) {
    const answer = await fetch(address, { signal, redirect: 'manual' }).catch(() => null);
    const next = answer?.headers.get('location');
    if (answer?.ok && mediaTypes.test(answer.headers.get('content-type') ?? '') && Number(answer.headers.get('content-length') ?? 0) <= maxBytes) return answer;
    await answer?.body?.cancel();
    if (!answer || answer.status < 300 || answer.status >= 400 || !next || !URL.canParse(next, address.href)) break;
    address = new URL(next, address);
  }
  throw new BillingFault('paymentVendorDown');
}

/** Chargebee keeps its files at Amazon. A simulator has its own at its own address. */
function isVendors({ config }: Pick<Billing, 'config'>, { protocol, host, hostname, port, username }: URL): boolean {
  const { baseUrl } = config.chargebee;
  if (baseUrl !== undefined) return host === new URL(baseUrl).host;
  return protocol === 'https:' && port === '' && username === '' && (/(^|\.)chargebee\.com$/.test(hostname) || /(^|\.)amazonaws\.com$/.test(hostname));
}
