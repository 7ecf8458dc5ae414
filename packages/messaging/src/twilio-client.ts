import twilio, { type Twilio } from 'twilio';
import { readRetryAfter } from './send-outcome.ts';
import type { TwilioRefusal } from './twilio-outcome.ts';

export type TwilioAccount = { accountSid: string; authToken: string; baseUrl?: string; timeoutMs: number };

type RequestOptions<TData> = Parameters<InstanceType<typeof twilio.RequestClient>['request']>[0] & { data?: TData };

const maxAnswerBytes = 2 * 1024 * 1024;

/** Thrown instead of the SDK's own error, which loses the headers and with them `Retry-After`. */
export class VendorRefusal extends Error {
  readonly refusal: TwilioRefusal;
  constructor(refusal: TwilioRefusal) {
    super(`Twilio refused with status ${refusal.status}`);
    this.refusal = refusal;
  }
}

/** The SDK's client, silent, without retries, bounded in time and size, and pointed at `baseUrl` when there is one. */
export function createTwilioClient({ accountSid, authToken, baseUrl, timeoutMs }: TwilioAccount): Twilio {
  return twilio(accountSid, authToken, {
    httpClient: new BoundedRequestClient(baseUrl, timeoutMs),
    autoRetry: false,
    // Without a level of our own TWILIO_LOG_LEVEL would print request parameters, numbers included.
    logLevel: 'none',
  });
}

class BoundedRequestClient extends twilio.RequestClient {
  private readonly baseUrl: string | undefined;

  constructor(baseUrl: string | undefined, timeoutMs: number) {
    super({ timeout: timeoutMs, autoRetry: false });
    this.baseUrl = baseUrl?.replace(/\/$/, '');
    this.axios.defaults.maxContentLength = maxAnswerBytes;
    this.axios.defaults.maxBodyLength = maxAnswerBytes;
    // The SDK's timeout starts anew with every byte; this one is for the whole call.
    this.axios.interceptors.request.use((request) => ({ ...request, signal: AbortSignal.timeout(timeoutMs) }));
  }

  override async request<TData>(options: RequestOptions<TData>) {
    const response = await super.request<TData>({ ...options, uri: this.rebase(options.uri) });
    if (response.statusCode >= 400) throw new VendorRefusal(readRefusal(response));
    return response;
  }

  private rebase(uri: string): string {
    if (this.baseUrl === undefined) return uri;
    const { pathname, search } = new URL(uri);
    return `${this.baseUrl}${pathname}${search}`;
  }
}

function readRefusal(response: { statusCode: number; body: unknown; headers: Record<string, string | undefined> }): TwilioRefusal {
  const { statusCode: status, body, headers } = response;
  const code = typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'number' ? body.code : null;
  return { status, code, retryAfterSeconds: readRetryAfter(headers['retry-after'], new Date()) };
}
