import { createHash } from 'node:crypto';
import { keepMandatePaper, openMandatePaper, type MandatePaper } from '@meldewerk/billing/enrollment/mandate-paper';
import type { Letter, Letterhead } from '@meldewerk/documents/documents';
import { storingFile } from '../forms/storing-file.ts';
import type { Services } from '../services.ts';

/** The job that makes the paper of a mandate: words, reference, time and account, sealed. Once it is there it stays as it is. False: the reference is waited for. */
export async function makeMandatePaper(services: Services, { tenantId, mandateId }: { tenantId: string; mandateId: string }): Promise<boolean> {
  const { billing } = services;
  const paper = billing && (await openMandatePaper(billing, tenantId, mandateId));
  if (paper === 'notYet') return false;
  if (!billing || !paper) return true;
  const bytes = await services.documents.letter(letterOf(services, paper, billing.config.creditor));
  const file = { id: services.newId(), bytes };
  await storingFile({ services, tenant: { id: tenantId } }, file, async (keep) => {
    if (await keepMandatePaper(billing, paper, { id: file.id, sha256: createHash('sha256').update(bytes).digest() })) keep();
  });
  return true;
}

/** `SEPA-Mandat-MWK-1234.pdf`, also where mails carry it. */
export function mandateFileName({ mandateReference, textLanguage, id }: Pick<MandatePaper['mandate'], 'mandateReference' | 'textLanguage' | 'id'>): string {
  return `${texts[textLanguage].fileName}-${mandateReference ?? id.slice(0, 8)}.pdf`;
}

function letterOf({ config, clock }: Services, { account, mandate }: MandatePaper, creditor: { name: string; id: string }): Letter {
  const say = texts[mandate.textLanguage];
  const at = new Intl.DateTimeFormat(say.locale, { dateStyle: 'long', timeStyle: 'long', timeZone: 'Europe/Berlin' }).format(mandate.acceptedAt);
  const facts = [
    [say.reference, mandate.mandateReference ?? say.unknownReference],
    [say.creditor, `${creditor.name}, ${creditor.id}`],
    [say.debtor, [account.company, account.address && `${account.address.street}, ${account.address.postalCode} ${account.address.city}, ${account.address.country}`].filter(Boolean).join(', ')],
    [say.holder, mandate.holder],
    [say.account, mandate.maskedIban],
    [say.kind, say.recurring],
    [say.givenAt, at],
    [say.givenBy, [mandate.acceptedEmail, mandate.acceptedIp].filter(Boolean).join(', ')],
  ].filter(([, value]) => value);
  const { heading, paragraphs } = mandate.textWords;
  return {
    language: mandate.textLanguage,
    letterhead: letterheadOf(creditor.name, config.operatorEmail),
    title: heading,
    text: [...facts.map(([label, value]) => `- ${label}: ${value}`), '', `# ${say.words}`, '', ...paragraphs.flatMap((paragraph) => [paragraph, ''])].join('\n'),
    footer: say.footer(mandate.textVersion, Buffer.from(mandate.textSha256).toString('hex')),
    isSample: false,
    sealedAt: clock.now(),
  };
}

function letterheadOf(name: string, email: string): Letterhead {
  return { name, email, street: '', postalCode: '', city: '', phone: '', color: '#14507a', logo: null };
}

const texts = {
  de: {
    locale: 'de-DE', fileName: 'SEPA-Mandat', reference: 'Mandatsreferenz', unknownReference: 'wird vom Zahlungsdienstleister noch mitgeteilt', creditor: 'Zahlungsempfänger, Gläubiger-Identifikationsnummer', debtor: 'Zahlungspflichtiger',
    holder: 'Kontoinhaber', account: 'Konto', kind: 'Art der Zahlung', recurring: 'wiederkehrend', givenAt: 'Erteilt am', givenBy: 'Erteilt von', words: 'Wortlaut',
    footer: (version: string, hash: string) => `Fassung ${version} · SHA-256 ${hash.slice(0, 16)}…`,
  },
  en: {
    locale: 'en-GB', fileName: 'SEPA-mandate', reference: 'Mandate reference', unknownReference: 'still to come from the payment service provider', creditor: 'Creditor, creditor identifier', debtor: 'Debtor',
    holder: 'Account holder', account: 'Account', kind: 'Type of payment', recurring: 'recurrent', givenAt: 'Given on', givenBy: 'Given by', words: 'Wording',
    footer: (version: string, hash: string) => `Version ${version} · SHA-256 ${hash.slice(0, 16)}…`,
  },
};
