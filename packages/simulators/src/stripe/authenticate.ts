import { StripeFault } from './stripe-fault.ts';

/** Who asks: our server with a secret or restricted key, or a browser with the publishable one. */
export type StripeCaller = 'server' | 'browser';

/** The key comes as Bearer or as the user name of Basic; a browser may bring it as `key` in the form. */
export function authenticate(authorization: string | undefined, formKey: string | null): StripeCaller {
  const key = readKey(authorization) ?? formKey;
  if (!key) {
    throw new StripeFault(401, { message: "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY')." });
  }
  if (/^(sk|rk)_(test|live)_\w+$/.test(key)) return 'server';
  if (/^pk_(test|live)_\w+$/.test(key)) return 'browser';
  throw new StripeFault(401, { message: `Invalid API Key provided: ${key.slice(0, 4)}****${key.slice(-4)}` });
}

export function needServer(caller: StripeCaller): void {
  if (caller !== 'server') {
    throw new StripeFault(401, { code: 'secret_key_required', message: 'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.' });
  }
}

function readKey(authorization: string | undefined): string | undefined {
  const [scheme, credentials] = authorization?.split(' ') ?? [];
  if (!credentials) return undefined;
  return scheme === 'Basic' ? Buffer.from(credentials, 'base64').toString('utf8').split(':')[0] : scheme === 'Bearer' ? credentials : undefined;
}
