import { billingPaths } from '@meldewerk/contract/billing';
import type { StaffLanguage } from '@meldewerk/contract/language';
import { asAccountHolder } from '@meldewerk/db/account-holder-scope';
import { billingAccounts, billingSignIns } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { findTenantById } from '@meldewerk/tenants/find';
import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Billing } from '../billing.ts';
import { hashCode, hashSecretToken, newCode, newSecretToken } from './secrets.ts';
import { validityMs } from './validity.ts';

export type SignInLetter = { to: string; language: StaffLanguage; link: string } & ({ purpose: 'signIn'; code: string } | { purpose: 'invitation' | 'emailChange'; workshopName: string });

/**
 * What the mail for a begun sign-in has to say; null where nobody pays with the address, or it is over. Makes link and code here,
 * so that the queue never holds them; asked again it makes others and ends those.
 */
export async function makeSignInLetter(billing: Billing, signInId: string): Promise<SignInLetter | null> {
  const { db, config, now } = billing;
  const [row] = await db.select().from(billingSignIns).where(and(eq(billingSignIns.id, signInId), isNull(billingSignIns.usedAt)));
  if (!row) return null;
  const { purpose, email, workshopId } = row;
  const about = workshopId === null ? await languageOf(billing, email) : await workshopOf(billing, workshopId);
  if (!about) return null;
  const token = newSecretToken();
  const code = newCode();
  const at = now();
  const renewed = await db
    .update(billingSignIns)
    .set({ tokenHash: hashSecretToken(token), codeHash: purpose === 'signIn' ? hashCode(billing, signInId, code) : null, expiresAt: new Date(at.getTime() + validityMs[purpose]) })
    // Asked for long ago: whoever waited has begun anew.
    .where(and(eq(billingSignIns.id, signInId), isNull(billingSignIns.usedAt), gt(billingSignIns.expiresAt, at)))
    .returning({ id: billingSignIns.id });
  if (renewed.length === 0) return null;
  const letter = { to: email, language: about.language };
  if (purpose === 'signIn') return { ...letter, purpose, code, link: `${config.portalUrl}${billingPaths.signIn}#${token}` };
  return { ...letter, purpose, workshopName: about.name, link: `${config.portalUrl}${purpose === 'invitation' ? billingPaths.signIn : billingPaths.emailConfirmation}#${token}` };
}

type About = { language: StaffLanguage; name: string };

async function languageOf({ db }: Billing, email: string): Promise<About | null> {
  const [account] = await asAccountHolder(db, email, (tx) =>
    tx.select({ language: billingAccounts.language }).from(billingAccounts).where(eq(billingAccounts.email, email)).orderBy(asc(billingAccounts.createdAt)).limit(1),
  );
  return account ? { ...account, name: '' } : null;
}

async function workshopOf({ db }: Billing, workshopId: string): Promise<About | null> {
  const tenant = await findTenantById(db, workshopId);
  const [account] = await inTenant(db, workshopId, (tx) => tx.select({ language: billingAccounts.language }).from(billingAccounts).where(eq(billingAccounts.tenantId, workshopId)));
  return tenant && account ? { ...account, name: tenant.settings.name } : null;
}
