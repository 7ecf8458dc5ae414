import type { WithdrawalNotice } from '@meldewerk/contract/withdrawal';
import type { TenantSettings } from './settings.ts';

/** The notice and model form that a workshop starts with: a text of ours, marked as a sample, to be replaced or checked. */
export function defaultWithdrawalNotice({ name, address, phone, email }: Pick<TenantSettings, 'name' | 'address' | 'phone' | 'email'>): Pick<WithdrawalNotice, 'notice' | 'modelForm'> {
  const post = `${address.street}, ${address.postalCode} ${address.city}`;
  return {
    notice: {
      de: `(Mustertext: vor der Verwendung durch den Betrieb und seine Rechtsberatung zu prüfen und zu ersetzen.)

# Ihr Recht, den Vertrag zu widerrufen
Schließen Sie als Verbraucher einen Vertrag mit uns, ohne dabei in unserem Betrieb zu sein, können Sie ihn innerhalb von 14 Tagen widerrufen. Gründe brauchen Sie nicht zu nennen. Die Frist beginnt am Tag, nachdem der Vertrag geschlossen wurde und Sie diese Belehrung erhalten haben.

# So widerrufen Sie
Teilen Sie uns eindeutig mit, dass Sie den Vertrag widerrufen:
- per Post an ${name}, ${post},
- per E-Mail an ${email},
- telefonisch unter ${phone},
- oder auf unserer Internetseite unter „Vertrag widerrufen“. Dort erhalten Sie sofort eine Bestätigung mit Datum und Uhrzeit.

Das Muster-Widerrufsformular am Ende können Sie dafür verwenden, Sie müssen es aber nicht. Die Frist ist gewahrt, wenn Sie den Widerruf vor ihrem Ablauf absenden.

# Was nach dem Widerruf geschieht
Haben Sie schon etwas bezahlt, zahlen wir es spätestens 14 Tage nach Eingang Ihres Widerrufs zurück, auf dem Weg, auf dem Sie bezahlt haben, und ohne dass Ihnen dafür Kosten entstehen.

Haben Sie ausdrücklich verlangt, dass wir vor Ablauf der Frist mit der Arbeit beginnen, bezahlen Sie den Teil der Arbeit, den wir bis zu Ihrem Widerruf geleistet haben. Ist die Arbeit auf dieses Verlangen hin vollständig erbracht, besteht kein Widerrufsrecht mehr.`,
      en: `(Sample text: to be checked and replaced by the workshop and its legal adviser before use.)

# Your right to withdraw from the contract
If you conclude a contract with us as a consumer without being at our premises, you can withdraw from it within 14 days. You need not give reasons. The period begins on the day after the contract was concluded and you received this notice.

# How to withdraw
Tell us clearly that you withdraw from the contract:
- by post to ${name}, ${post},
- by e-mail to ${email},
- by telephone on ${phone},
- or on our website under “Withdraw from contract”. There you receive a confirmation with date and time at once.

You may use the model withdrawal form at the end, but you need not. You are in time if you send your withdrawal before the period ends.

# What happens after the withdrawal
If you have already paid something, we pay it back within 14 days of receiving your withdrawal at the latest, in the way you paid it, and at no cost to you.

If you expressly requested that we begin the work before the period ends, you pay for the part of the work that we did until your withdrawal. Once the work has been done completely at that request, there is no right of withdrawal any more.`,
    },
    modelForm: {
      de: `Füllen Sie dieses Formular nur aus und senden Sie es zurück, wenn Sie den Vertrag widerrufen wollen.

An ${name}, ${post}, ${email}

Hiermit widerrufe ich meinen Vertrag über folgende Leistung:
_______________________________________________

Beauftragt am: ____________________

Vorgangsnummer oder Kennzeichen: ____________________

Mein Name: ____________________

Meine Anschrift: ____________________

Datum, Unterschrift (nur auf Papier): ____________________`,
      en: `Fill in this form and return it only if you want to withdraw from the contract.

To ${name}, ${post}, ${email}

I hereby withdraw from my contract for the following service:
_______________________________________________

Ordered on: ____________________

Reference number or licence plate: ____________________

My name: ____________________

My address: ____________________

Date, signature (on paper only): ____________________`,
    },
  };
}
