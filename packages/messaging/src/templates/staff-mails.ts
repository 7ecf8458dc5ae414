import type { StaffLanguage } from '@meldewerk/contract/language';
import { composeMail, type ComposedMail } from './compose-mail.ts';
import type { Workshop } from './workshop.ts';

/** `link` carries the secret and works once, within the time the mail names. */
type StaffMail = { language: StaffLanguage; workshop: Workshop; staffName: string; link: string };

/** To a staff member who forgot the password: a link that works for 30 minutes. */
export function passwordResetMail({ language, workshop, staffName, link }: StaffMail): ComposedMail {
  const say = resetTexts[language];
  return composeMail({
    language,
    workshop,
    subject: say.subject,
    preview: say.preview,
    blocks: [
      { kind: 'paragraph', text: say.greeting(staffName) },
      { kind: 'paragraph', text: say.asked(workshop.name) },
      { kind: 'button', label: say.choose, url: link },
      { kind: 'paragraph', text: say.limits },
      { kind: 'note', text: say.notYou },
    ],
  });
}

/** To a new staff member: a link to set the first password that works for 7 days. */
export function invitationMail({ language, workshop, staffName, link }: StaffMail): ComposedMail {
  const say = invitationTexts[language];
  return composeMail({
    language,
    workshop,
    subject: say.subject(workshop.name),
    preview: say.preview,
    blocks: [
      { kind: 'paragraph', text: say.greeting(staffName) },
      { kind: 'paragraph', text: say.invited(workshop.name) },
      { kind: 'button', label: say.choose, url: link },
      { kind: 'paragraph', text: say.limits },
      { kind: 'note', text: say.notYou },
    ],
  });
}

const resetTexts = {
  de: {
    subject: 'Neues Passwort festlegen',
    preview: 'Der Link gilt 30 Minuten.',
    greeting: (name: string) => `Guten Tag ${name},`,
    asked: (workshop: string) => `für Ihr Konto im Portal von ${workshop} wurde ein neues Passwort angefordert.`,
    choose: 'Neues Passwort festlegen',
    limits: 'Der Link gilt 30 Minuten und nur einmal. Danach werden alle Ihre Anmeldungen beendet.',
    notYou: 'Waren Sie das nicht, brauchen Sie nichts zu tun: Ihr bisheriges Passwort bleibt gültig.',
  },
  en: {
    subject: 'Set a new password',
    preview: 'The link works for 30 minutes.',
    greeting: (name: string) => `Dear ${name},`,
    asked: (workshop: string) => `a new password was requested for your account in the portal of ${workshop}.`,
    choose: 'Set a new password',
    limits: 'The link works once and for 30 minutes. Afterwards you are signed out everywhere.',
    notYou: 'If this was not you, there is nothing to do: your present password stays valid.',
  },
} satisfies Record<StaffLanguage, unknown>;

const invitationTexts = {
  de: {
    subject: (workshop: string) => `Ihr Zugang zum Portal von ${workshop}`,
    preview: 'Legen Sie Ihr Passwort fest. Der Link gilt 7 Tage.',
    greeting: (name: string) => `Guten Tag ${name},`,
    invited: (workshop: string) => `für Sie wurde ein Zugang zum Portal von ${workshop} angelegt. Dort sehen und bearbeiten Sie Schadenmeldungen.`,
    choose: 'Passwort festlegen',
    limits: 'Der Link gilt 7 Tage und nur einmal.',
    notYou: 'Sie kennen diese Werkstatt nicht? Dann können Sie diese Nachricht löschen.',
  },
  en: {
    subject: (workshop: string) => `Your access to the portal of ${workshop}`,
    preview: 'Set your password. The link works for 7 days.',
    greeting: (name: string) => `Dear ${name},`,
    invited: (workshop: string) => `an account was created for you in the portal of ${workshop}. There you see and work on damage reports.`,
    choose: 'Set a password',
    limits: 'The link works once and for 7 days.',
    notYou: 'You do not know this workshop? Then you can delete this message.',
  },
} satisfies Record<StaffLanguage, unknown>;
