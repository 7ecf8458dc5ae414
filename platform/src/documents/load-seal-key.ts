import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Database } from '@meldewerk/db/client';
import { installationKeys } from '@meldewerk/db/schema';
import { makeSealKey, openSealKey, type SealKey } from '@meldewerk/documents/seal-key';
import { eq } from 'drizzle-orm';
import type { Config } from '../config.ts';

type Context = { db: Database; config: Pick<Config, 'secret' | 'http'>; now: () => Date };

/** The installation's key for sealing PDFs, made at the first use. Processes that make one at once agree on whose counts. */
export async function loadSealKey(context: Context): Promise<SealKey> {
  const stored = (await readStored(context)) ?? (await makeAndStore(context));
  return openSealKey({ certificate: stored.certificate, privateKey: decrypt(context.config.secret, stored.encryptedKey) });
}

async function readStored({ db }: Context): Promise<{ certificate: Uint8Array; encryptedKey: Uint8Array } | undefined> {
  const [row] = await db.select().from(installationKeys).where(eq(installationKeys.purpose, 'seal'));
  return row;
}

async function makeAndStore(context: Context): Promise<{ certificate: Uint8Array; encryptedKey: Uint8Array }> {
  const { db, config, now } = context;
  const made = await makeSealKey(config.http.baseDomain, now());
  const row = { purpose: 'seal', certificate: made.certificate, encryptedKey: encrypt(config.secret, made.privateKey), createdAt: now() };
  await db.insert(installationKeys).values(row).onConflictDoNothing();
  const stored = await readStored(context);
  if (!stored) throw new Error('the key of the seal was stored and is not there');
  return stored;
}

const nonceBytes = 12;
const tagBytes = 16;

function keyFrom(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'seal-key', 32));
}

function encrypt(secret: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyFrom(secret), nonce);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when `SECRET` is not the one it was encrypted with. */
function decrypt(secret: string, stored: Uint8Array): Buffer {
  const bytes = Buffer.from(stored);
  const decipher = createDecipheriv('aes-256-gcm', keyFrom(secret), bytes.subarray(0, nonceBytes));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  } catch {
    throw new Error('the key of the seal was encrypted with another SECRET');
  }
}
