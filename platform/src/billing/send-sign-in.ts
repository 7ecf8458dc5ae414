import { findReplacedEmail } from '@meldewerk/billing/account/change-email';
import { makeSignInLetter, type SignInLetter } from '@meldewerk/billing/sign-in/make-sign-in-letter';
import type { SendOutcome } from '@meldewerk/messaging/send-outcome';
import { billingSender } from '@meldewerk/messaging/templates/billing-sender';
import { billingEmailConfirmationMail, billingEmailReplacedMail, billingInvitationMail, billingSignInMail } from '@meldewerk/messaging/templates/billing-sign-in-mails';
import type { ComposedMail } from '@meldewerk/messaging/templates/compose-mail';
import { findTenantById } from '@meldewerk/tenants/find';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { billingAccounts } from '@meldewerk/db/schema-billing';
import { eq } from 'drizzle-orm';
import type { Services } from '../services.ts';

/** The job behind a sign-in, an invitation or a new accounting e-mail that was ordered: makes the link and sends it. An address nobody pays with gets nothing. */
export async function sendBillingSignIn(services: Services, { signInId }: { signInId: string }): Promise<void> {
  const letter = services.billing && (await makeSignInLetter(services.billing, signInId));
  if (letter) await send(services, letter.to, compose(services, letter));
}

/** The job that tells an address that another one took its place. */
export async function tellReplacedEmail(services: Services, { signInId }: { signInId: string }): Promise<void> {
  const replaced = services.billing && (await findReplacedEmail(services.billing, signInId));
  const tenant = replaced && (await findTenantById(services.db, replaced.tenantId));
  if (!tenant) return;
  const [account] = await inTenant(services.db, tenant.id, (tx) => tx.select({ language: billingAccounts.language }).from(billingAccounts).where(eq(billingAccounts.tenantId, tenant.id)));
  await send(services, replaced.replacedEmail, billingEmailReplacedMail({ language: account?.language ?? 'de', sender: senderOf(services), workshopName: tenant.settings.name }));
}

function compose(services: Services, letter: SignInLetter): ComposedMail {
  const sender = senderOf(services);
  switch (letter.purpose) {
    case 'signIn':
      return billingSignInMail({ ...letter, sender });
    case 'invitation':
      return billingInvitationMail({ ...letter, sender });
    case 'emailChange':
      return billingEmailConfirmationMail({ ...letter, sender });
  }
}

function senderOf({ billing, config }: Services) {
  return billingSender({ name: billing?.config.creditor.name ?? '', email: config.operatorEmail });
}

/** Trying again makes another link, so a refusal for good ends here and everything else is the queue's to repeat. */
async function send(services: Services, to: string, mail: ComposedMail): Promise<void> {
  const { name, email } = senderOf(services);
  const outcome: SendOutcome = await services.sendEmail({ to, fromName: name, replyTo: email, ...mail }, { idempotencyKey: `billing-sign-in/${services.newId()}` });
  if (outcome.kind === 'failed' && outcome.permanent) services.log.warn({ code: outcome.errorCode }, 'mail to an accounting address refused');
  else if (outcome.kind !== 'sent') throw new Error(`mail to an accounting address not sent: ${outcome.errorCode}`);
}
