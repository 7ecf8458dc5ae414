import type { StaffLanguage } from '@meldewerk/contract/language';
import { composeMail, type ComposedMail } from './compose-mail.ts';
import type { MailSender } from './workshop.ts';

/** `link` carries the secret and works once, within the time the mail names. */
type SignInMail = { language: StaffLanguage; sender: MailSender; link: string };

/** To an accounting address that wants to sign in: a link and, for another device, a code. Both work for 15 minutes. */
export function billingSignInMail({ language, sender, link, code }: SignInMail & { code: string }): ComposedMail {
  const say = signInTexts[language];
  const shown = `${code.slice(0, 3)} ${code.slice(3)}`;
  return composeMail({
    language,
    workshop: sender,
    subject: say.subject(shown),
    preview: say.limits,
    blocks: [
      { kind: 'paragraph', text: say.asked },
      { kind: 'button', label: say.open, url: link },
      { kind: 'facts', facts: [{ label: say.code, value: shown, strong: true }] },
      { kind: 'paragraph', text: say.limits },
      { kind: 'note', text: say.notYou },
    ],
  });
}

/** To whoever shall pay for a workshop: the way to plan and mandate. Works for 14 days. */
export function billingInvitationMail({ language, sender, workshopName, link }: SignInMail & { workshopName: string }): ComposedMail {
  const say = invitationTexts[language];
  return composeMail({
    language,
    workshop: sender,
    subject: say.subject(workshopName),
    preview: say.preview,
    blocks: [
      { kind: 'paragraph', text: say.invited(workshopName) },
      { kind: 'paragraph', text: say.needed },
      { kind: 'button', label: say.open, url: link },
      { kind: 'paragraph', text: say.limits },
      { kind: 'note', text: say.notYou },
    ],
  });
}

/** To a new accounting address, which counts only once this link was opened. Works for 24 hours. */
export function billingEmailConfirmationMail({ language, sender, workshopName, link }: SignInMail & { workshopName: string }): ComposedMail {
  const say = confirmationTexts[language];
  return composeMail({
    language,
    workshop: sender,
    subject: say.subject,
    preview: say.preview,
    blocks: [
      { kind: 'paragraph', text: say.asked(workshopName) },
      { kind: 'button', label: say.confirm, url: link },
      { kind: 'paragraph', text: say.limits },
      { kind: 'note', text: say.notYou },
    ],
  });
}

/** To the address that counted until now. */
export function billingEmailReplacedMail({ language, sender, workshopName }: Omit<SignInMail, 'link'> & { workshopName: string }): ComposedMail {
  const say = replacedTexts[language];
  return composeMail({
    language,
    workshop: sender,
    subject: say.subject,
    preview: say.preview,
    blocks: [{ kind: 'paragraph', text: say.replaced(workshopName) }, { kind: 'paragraph', text: say.notYou(sender.email) }],
  });
}

const signInTexts = {
  de: {
    subject: (code: string) => `Ihr Anmeldecode: ${code}`,
    asked: 'Guten Tag,\nSie möchten sich im Abrechnungsportal anmelden. Öffnen Sie diesen Link:',
    open: 'Anmelden',
    code: 'Oder geben Sie auf der Anmeldeseite diesen Code ein',
    limits: 'Link und Code gelten 15 Minuten und nur einmal.',
    notYou: 'Waren Sie das nicht, brauchen Sie nichts zu tun. Geben Sie den Code niemandem weiter.',
  },
  en: {
    subject: (code: string) => `Your sign-in code: ${code}`,
    asked: 'Hello,\nyou would like to sign in to the billing portal. Open this link:',
    open: 'Sign in',
    code: 'Or enter this code on the sign-in page',
    limits: 'Link and code work once and for 15 minutes.',
    notYou: 'If this was not you, there is nothing to do. Do not pass the code on to anybody.',
  },
} satisfies Record<StaffLanguage, unknown>;

const invitationTexts = {
  de: {
    subject: (workshop: string) => `Abrechnung für ${workshop} einrichten`,
    preview: 'Firmendaten, Tarif und Lastschriftmandat: etwa fünf Minuten.',
    invited: (workshop: string) => `Guten Tag,\nan diese Adresse gehen künftig die Rechnungen für ${workshop}. Bitte richten Sie die Abrechnung ein.`,
    needed: 'Das dauert etwa fünf Minuten. Sie brauchen die Firmenanschrift und die IBAN, von der abgebucht werden soll.',
    open: 'Abrechnung einrichten',
    limits: 'Der Link gilt 14 Tage und nur einmal. Danach melden Sie sich im Abrechnungsportal mit dieser E-Mail-Adresse an.',
    notYou: 'Sind Sie dafür nicht zuständig? Dann antworten Sie bitte kurz auf diese Nachricht.',
  },
  en: {
    subject: (workshop: string) => `Set up billing for ${workshop}`,
    preview: 'Company details, plan and mandate: about five minutes.',
    invited: (workshop: string) => `Hello,\ninvoices for ${workshop} will come to this address. Please set up billing.`,
    needed: 'This takes about five minutes. You need the company address and the IBAN to be debited.',
    open: 'Set up billing',
    limits: 'The link works once and for 14 days. Afterwards you sign in to the billing portal with this e-mail address.',
    notYou: 'Not your responsibility? Then please reply to this message.',
  },
} satisfies Record<StaffLanguage, unknown>;

const confirmationTexts = {
  de: {
    subject: 'Bitte bestätigen: neue Adresse für Rechnungen',
    preview: 'Der Link gilt 24 Stunden.',
    asked: (workshop: string) => `Guten Tag,\nRechnungen für ${workshop} sollen künftig an diese Adresse gehen. Bitte bestätigen Sie das:`,
    confirm: 'Adresse bestätigen',
    limits: 'Der Link gilt 24 Stunden und nur einmal. Bis dahin gilt die bisherige Adresse.',
    notYou: 'Wissen Sie davon nichts, brauchen Sie nichts zu tun: Es bleibt alles, wie es ist.',
  },
  en: {
    subject: 'Please confirm: new address for invoices',
    preview: 'The link works for 24 hours.',
    asked: (workshop: string) => `Hello,\ninvoices for ${workshop} are to come to this address from now on. Please confirm:`,
    confirm: 'Confirm the address',
    limits: 'The link works once and for 24 hours. Until then the present address counts.',
    notYou: 'If you know nothing of this, there is nothing to do: everything stays as it is.',
  },
} satisfies Record<StaffLanguage, unknown>;

const replacedTexts = {
  de: {
    subject: 'Rechnungen gehen jetzt an eine andere Adresse',
    preview: 'Diese Adresse gilt nicht mehr für die Abrechnung.',
    replaced: (workshop: string) => `Guten Tag,\ndie Adresse für Rechnungen von ${workshop} wurde geändert und bestätigt. An diese Adresse hier schreiben wir deshalb nicht mehr; auch die Anmeldung im Abrechnungsportal geht damit nicht mehr.`,
    notYou: (email: string) => `Waren Sie das nicht? Dann melden Sie sich bitte gleich bei uns: ${email}`,
  },
  en: {
    subject: 'Invoices now go to another address',
    preview: 'This address no longer counts for billing.',
    replaced: (workshop: string) => `Hello,\nthe address for invoices of ${workshop} was changed and confirmed. We no longer write to this address, and it no longer signs in to the billing portal.`,
    notYou: (email: string) => `Was this not you? Then please contact us at once: ${email}`,
  },
} satisfies Record<StaffLanguage, unknown>;
