import Chargebee from 'chargebee';

export type ChargebeeConfig = {
  site: string;
  apiKey: string;
  /** Of a simulator; the vendor's own address when absent. */
  baseUrl: string | undefined;
  gatewayAccountId: string;
  /** Offer plans of this family only. */
  itemFamilyId: string | undefined;
  webhook: { user: string; password: string };
};

/**
 * Chargebee's client. It does not retry by itself: with its own retries every call has another idempotency key, and a 429 is
 * repeated without end. Failures come as plain objects; `toChargebeeFailure` reads them.
 */
export function createChargebee({ site, apiKey, baseUrl }: Pick<ChargebeeConfig, 'site' | 'apiKey' | 'baseUrl'>, { timeoutMs, validate }: { timeoutMs: number; validate: boolean }): Chargebee {
  return new Chargebee({
    site,
    apiKey,
    timeout: timeoutMs,
    enableValidation: validate,
    sdkTelemetryEnabled: false,
    ...(baseUrl !== undefined && { httpClient: { makeApiRequest: (request: Request, timeout: number) => askInstead(baseUrl, request, timeout) } }),
  });
}

/** The very request, to another address. */
async function askInstead(baseUrl: string, request: Request, timeoutMs: number): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const body = request.method === 'GET' ? undefined : await request.text();
  return fetch(`${baseUrl}${pathname}${search}`, { method: request.method, headers: request.headers, ...(body !== undefined && { body }), signal: AbortSignal.timeout(timeoutMs) });
}
