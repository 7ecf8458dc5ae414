import { resolve } from 'node:path';
import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const port = v.pipe(text, v.toNumber(), v.integer(), v.minValue(1), v.maxValue(65_535));
const url = v.pipe(text, v.url());
const databaseUrl = v.pipe(url, v.regex(/^postgres(ql)?:\/\//, 'has to begin with postgres://'));
const list = v.pipe(v.string(), v.transform((value) => value.split(',').map((part) => part.trim()).filter(Boolean)));

/** Every setting by its environment name; `.env.example` says what each is for. */
const environmentSchema = v.object({
  NODE_ENV: v.optional(v.picklist(['production', 'development', 'test']), 'development'),
  HOST: v.optional(text, '127.0.0.1'),
  PORT: v.optional(port, '3000'),
  BASE_DOMAIN: v.optional(v.pipe(text, v.toLowerCase(), v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/)), 'localhost'),
  PUBLIC_PROTOCOL: v.optional(v.picklist(['http', 'https']), 'http'),
  PUBLIC_PORT: v.optional(port),
  TRUSTED_PROXIES: v.optional(list, ''),
  SECRET: v.optional(v.pipe(text, v.minLength(32)), 'only-for-development-never-in-production'),
  DATABASE_URL: v.optional(databaseUrl),
  DATABASE_APP_URL: v.optional(databaseUrl),
  DATABASE_POOL_SIZE: v.optional(v.pipe(text, v.toNumber(), v.integer(), v.minValue(2), v.maxValue(500)), '20'),
  DATABASE_TIMEOUT_SECONDS: v.optional(v.pipe(text, v.toNumber(), v.integer(), v.minValue(1), v.maxValue(300)), '5'),
  PROCESSES: v.optional(v.picklist(['web', 'worker', 'all']), 'all'),
  DATA_FOLDER: v.optional(text, '.data'),
  BLOB_STORE: v.optional(v.picklist(['file-system', 's3']), 'file-system'),
  S3_ENDPOINT: v.optional(url),
  S3_REGION: v.optional(text, 'eu-central-1'),
  S3_BUCKET: v.optional(text),
  S3_ACCESS_KEY_ID: v.optional(text),
  S3_SECRET_ACCESS_KEY: v.optional(text),
  RESEND_API_KEY: v.optional(text),
  RESEND_BASE_URL: v.optional(url),
  RESEND_WEBHOOK_SECRET: v.optional(v.pipe(text, v.regex(/^whsec_[A-Za-z0-9+/]{22,}={0,2}$/, 'has to be the whsec_… that Resend shows'))),
  EMAIL_FROM: v.optional(text),
  OPERATOR_EMAIL: v.optional(v.pipe(text, v.email()), 'betreiber@meldewerk.example'),
  TWILIO_ACCOUNT_SID: v.optional(v.pipe(text, v.regex(/^AC[0-9a-fA-F]{32}$/))),
  TWILIO_AUTH_TOKEN: v.optional(text),
  TWILIO_FROM: v.optional(text),
  TWILIO_MESSAGING_SERVICE_SID: v.optional(v.pipe(text, v.regex(/^MG[0-9a-fA-F]{32}$/))),
  TWILIO_BASE_URL: v.optional(url),
  BILLING: v.optional(v.picklist(['on', 'off']), 'on'),
  CHARGEBEE_SITE: v.optional(v.pipe(text, v.regex(/^[a-z0-9-]+$/))),
  CHARGEBEE_API_KEY: v.optional(text),
  CHARGEBEE_BASE_URL: v.optional(url),
  CHARGEBEE_WEBHOOK_USER: v.optional(text),
  CHARGEBEE_WEBHOOK_PASSWORD: v.optional(v.pipe(text, v.minLength(16))),
  CHARGEBEE_GATEWAY_ACCOUNT_ID: v.optional(text),
  CHARGEBEE_ITEM_FAMILY_ID: v.optional(text),
  STRIPE_SECRET_KEY: v.optional(v.pipe(text, v.regex(/^(sk|rk)_/, 'has to begin with sk_ or rk_'))),
  STRIPE_PUBLISHABLE_KEY: v.optional(v.pipe(text, v.regex(/^pk_/, 'has to begin with pk_'))),
  STRIPE_BASE_URL: v.optional(url),
  MANDATE_ROUTES: v.optional(v.pipe(list, v.minLength(1), v.array(v.picklist(['inline', 'hosted']))), 'hosted'),
  CREDITOR_NAME: v.optional(v.pipe(text, v.maxLength(70))),
  CREDITOR_ID: v.optional(v.pipe(text, v.regex(/^[A-Z]{2}\d{2}[A-Z0-9]{3}[A-Z0-9]{1,28}$/, 'has to be a SEPA creditor identifier such as DE98ZZZ09999999999'))),
  GRACE_DAYS: v.optional(v.pipe(text, v.toNumber(), v.integer(), v.minValue(1), v.maxValue(90)), '14'),
  VENDOR_TIMEOUT_MS: v.optional(v.pipe(text, v.toNumber(), v.integer(), v.minValue(100), v.maxValue(60_000)), '10000'),
  SIMULATORS_PORT: v.optional(port),
  LOG_LEVEL: v.optional(v.picklist(['debug', 'info', 'warn', 'error', 'silent'])),
});
type Environment = v.InferOutput<typeof environmentSchema>;

export type Config = ReturnType<typeof group>;

/** All that is wrong with the settings, at once. */
export class ConfigFault extends Error {
  readonly faults: string[];
  constructor(faults: string[]) {
    super(`The configuration cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigFault';
    this.faults = faults;
  }
}

/** Reads, groups and checks the settings. An empty variable is the same as none. Throws ConfigFault with every fault. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = v.safeParse(environmentSchema, given);
  if (!parsed.success) throw new ConfigFault(parsed.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`));
  const faults = contradictions(parsed.output, given);
  if (faults.length > 0) throw new ConfigFault(faults);
  return group(parsed.output);
}

function contradictions(env: Environment, given: Record<string, unknown>): string[] {
  const faults: string[] = [];
  const fault = (when: boolean, sentence: string) => when && faults.push(sentence);
  const production = env.NODE_ENV === 'production';
  fault(env.BLOB_STORE === 's3' && !(env.S3_BUCKET && env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY), 'BLOB_STORE=s3 needs S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY');
  fault(Boolean(env.RESEND_API_KEY) !== Boolean(env.EMAIL_FROM), 'RESEND_API_KEY and EMAIL_FROM belong together');
  fault(Boolean(env.RESEND_WEBHOOK_SECRET) && !env.RESEND_API_KEY, 'RESEND_WEBHOOK_SECRET needs RESEND_API_KEY');
  const twilio = [env.TWILIO_ACCOUNT_SID, env.TWILIO_AUTH_TOKEN, env.TWILIO_FROM ?? env.TWILIO_MESSAGING_SERVICE_SID];
  fault(twilio.some(Boolean) && !twilio.every(Boolean), 'TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and one of TWILIO_FROM, TWILIO_MESSAGING_SERVICE_SID belong together');
  const chargebee = [env.CHARGEBEE_SITE, env.CHARGEBEE_API_KEY, env.CHARGEBEE_WEBHOOK_USER, env.CHARGEBEE_WEBHOOK_PASSWORD, env.CHARGEBEE_GATEWAY_ACCOUNT_ID, env.CREDITOR_NAME, env.CREDITOR_ID];
  fault(chargebee.some(Boolean) && !chargebee.every(Boolean), 'CHARGEBEE_SITE, CHARGEBEE_API_KEY, CHARGEBEE_WEBHOOK_USER, CHARGEBEE_WEBHOOK_PASSWORD, CHARGEBEE_GATEWAY_ACCOUNT_ID, CREDITOR_NAME and CREDITOR_ID belong together');
  fault(Boolean(env.STRIPE_SECRET_KEY) !== Boolean(env.STRIPE_PUBLISHABLE_KEY), 'STRIPE_SECRET_KEY and STRIPE_PUBLISHABLE_KEY belong together');
  fault(Boolean(env.STRIPE_SECRET_KEY) && !env.CHARGEBEE_SITE, 'STRIPE_SECRET_KEY needs CHARGEBEE_SITE: the mandate is charged by Chargebee');
  fault(Boolean(env.CHARGEBEE_SITE) && env.MANDATE_ROUTES.includes('inline') && !env.STRIPE_SECRET_KEY, 'MANDATE_ROUTES=inline needs STRIPE_SECRET_KEY and STRIPE_PUBLISHABLE_KEY');
  if (!production) return faults;
  fault(env.BILLING === 'on' && !env.CHARGEBEE_SITE, 'production needs CHARGEBEE_SITE, or BILLING=off: simulated debits are refused');
  fault(!env.DATABASE_URL, 'production needs DATABASE_URL');
  fault(!given['SECRET'], 'production needs a SECRET of its own (openssl rand -base64 48)');
  fault(env.PUBLIC_PROTOCOL !== 'https', 'production needs PUBLIC_PROTOCOL=https: links with http are refused');
  fault(env.BASE_DOMAIN === 'localhost', 'production needs a BASE_DOMAIN');
  fault(!given['OPERATOR_EMAIL'], 'production needs OPERATOR_EMAIL: what workshops ask the operator goes there');
  fault(!env.RESEND_API_KEY, 'production needs RESEND_API_KEY: simulated mail is refused');
  fault(!env.TWILIO_ACCOUNT_SID, 'production needs TWILIO_ACCOUNT_SID: simulated SMS is refused');
  fault(Boolean(env.RESEND_BASE_URL ?? env.TWILIO_BASE_URL ?? env.CHARGEBEE_BASE_URL ?? env.STRIPE_BASE_URL), 'RESEND_BASE_URL, TWILIO_BASE_URL, CHARGEBEE_BASE_URL and STRIPE_BASE_URL point to simulators and are refused in production');
  return faults;
}

function group(env: Environment) {
  const publicPort = env.PUBLIC_PORT ?? (env.PUBLIC_PROTOCOL === 'https' ? 443 : env.PORT);
  const standard = env.PUBLIC_PROTOCOL === 'https' ? 443 : 80;
  return {
    production: env.NODE_ENV === 'production',
    http: { host: env.HOST, port: env.PORT, baseDomain: env.BASE_DOMAIN, trustedProxies: env.TRUSTED_PROXIES },
    /** How people reach the installation from outside; links are made of this and never of a request. */
    publicUrl: {
      protocol: env.PUBLIC_PROTOCOL,
      authority: publicPort === standard ? env.BASE_DOMAIN : `${env.BASE_DOMAIN}:${publicPort}`,
    },
    secret: env.SECRET,
    database: { ownerUrl: env.DATABASE_URL ?? null, appUrl: env.DATABASE_APP_URL ?? null, poolSize: env.DATABASE_POOL_SIZE, timeoutSeconds: env.DATABASE_TIMEOUT_SECONDS },
    processes: { web: env.PROCESSES !== 'worker', worker: env.PROCESSES !== 'web' },
    dataFolder: resolve(env.DATA_FOLDER),
    s3:
      env.BLOB_STORE === 's3' && env.S3_BUCKET && env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY
        ? { endpoint: env.S3_ENDPOINT, region: env.S3_REGION, bucket: env.S3_BUCKET, accessKeyId: env.S3_ACCESS_KEY_ID, secretAccessKey: env.S3_SECRET_ACCESS_KEY }
        : null,
    resend: env.RESEND_API_KEY && env.EMAIL_FROM ? { apiKey: env.RESEND_API_KEY, from: env.EMAIL_FROM, baseUrl: env.RESEND_BASE_URL, webhookSecret: env.RESEND_WEBHOOK_SECRET } : null,
    twilio:
      env.TWILIO_ACCOUNT_SID && env.TWILIO_AUTH_TOKEN
        ? { accountSid: env.TWILIO_ACCOUNT_SID, authToken: env.TWILIO_AUTH_TOKEN, from: env.TWILIO_FROM, messagingServiceSid: env.TWILIO_MESSAGING_SERVICE_SID, baseUrl: env.TWILIO_BASE_URL }
        : null,
    billing: env.BILLING === 'on' ? billingOf(env) : null,
    operatorEmail: env.OPERATOR_EMAIL.toLowerCase(),
    vendorTimeoutMs: env.VENDOR_TIMEOUT_MS,
    simulatorsPort: env.SIMULATORS_PORT ?? null,
    // A local start ends with a table to read; a line for every request would push it away.
    logLevel: env.LOG_LEVEL ?? (env.NODE_ENV === 'production' ? 'info' : 'warn'),
  };
}

function billingOf(env: Environment) {
  return {
    chargebee:
      env.CHARGEBEE_SITE && env.CHARGEBEE_API_KEY && env.CHARGEBEE_WEBHOOK_USER && env.CHARGEBEE_WEBHOOK_PASSWORD && env.CHARGEBEE_GATEWAY_ACCOUNT_ID
        ? {
            site: env.CHARGEBEE_SITE, apiKey: env.CHARGEBEE_API_KEY, baseUrl: env.CHARGEBEE_BASE_URL, gatewayAccountId: env.CHARGEBEE_GATEWAY_ACCOUNT_ID, itemFamilyId: env.CHARGEBEE_ITEM_FAMILY_ID,
            webhook: { user: env.CHARGEBEE_WEBHOOK_USER, password: env.CHARGEBEE_WEBHOOK_PASSWORD },
          }
        : null,
    stripe: env.STRIPE_SECRET_KEY && env.STRIPE_PUBLISHABLE_KEY ? { secretKey: env.STRIPE_SECRET_KEY, publishableKey: env.STRIPE_PUBLISHABLE_KEY, baseUrl: env.STRIPE_BASE_URL } : null,
    routes: env.MANDATE_ROUTES,
    creditor: { name: env.CREDITOR_NAME ?? 'Meldewerk (simuliert)', id: env.CREDITOR_ID ?? 'DE98ZZZ09999999999' },
    graceDays: env.GRACE_DAYS,
  };
}

/** The public origin of a tenant, or of the installation itself for null: `https://karosserie-muster.example.de`. */
export function originOf(config: Pick<Config, 'publicUrl'>, label: string | null): string {
  const { protocol, authority } = config.publicUrl;
  return `${protocol}://${label === null ? '' : `${label}.`}${authority}`;
}
