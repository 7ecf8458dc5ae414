import { debitFailureWords } from '@meldewerk/contract/debit-failure';
import type { StaffLanguage } from '@meldewerk/contract/language';
import { localeOf } from '@meldewerk/contract/text-in';
import { billingMailTexts } from './billing-mail-texts.ts';
import { composeMail, type ComposedMail } from './compose-mail.ts';
import { formatDayOf } from './dates.ts';
import { presentFacts, type MailBlock } from './mail-block.ts';
import type { MailSender } from './workshop.ts';

/** What every mail to an accounting address knows. Amounts are cents, instants ISO 8601. */
export type BillingMail = {
  language: StaffLanguage;
  sender: MailSender;
  /** Which workshop it is about: one address may pay for several. */
  workshopName: string;
  timeZone: string;
  portalUrl: string;
  creditorId: string;
};

type Money = { cents: number; currency: string };
type Mandate = { maskedIban: string | null; reference: string | null };

export type BillingMailContent =
  | ({ kind: 'mandateGiven' | 'mandateChanged'; holder: string | null; withDocument: boolean } & Mandate)
  | ({ kind: 'mandateLapsing'; lapsesAt: string | null } & Mandate)
  | ({ kind: 'preNotification'; amount: Money; debitAt: string; planName: string } & Mandate)
  | { kind: 'invoiceIssued'; invoiceId: string; amount: Money; due: Money; issuedAt: string; paid: boolean; mandate: Mandate | null }
  | { kind: 'debitExecuted'; invoiceIds: string[]; amount: Money; at: string; maskedIban: string | null }
  | { kind: 'debitFailed' | 'debitReturned'; invoiceIds: string[]; amount: Money; at: string; maskedIban: string | null; failureCode: string | null; suspendsAt: string | null }
  | { kind: 'suspensionAhead'; open: Money; suspendsAt: string }
  | { kind: 'suspended'; open: Money }
  | { kind: 'reactivated' }
  /** `isOver`: the day has come. Before, it confirms that notice was given. */
  | { kind: 'cancelled'; at: string; isOver: boolean }
  | { kind: 'trialEnding'; endsAt: string; planName: string; amount: Money; mandate: Mandate | null };

/** To the accounting address: what happens to the workshop's money, and what there is to do. */
export function billingMail(mail: BillingMail, content: BillingMailContent): ComposedMail {
  const { subject, preview, blocks } = parts(mail, content);
  const say = billingMailTexts[mail.language];
  return composeMail({
    language: mail.language,
    workshop: mail.sender,
    subject,
    preview,
    blocks: [{ kind: 'paragraph', text: say.hello }, ...blocks, { kind: 'note', text: say.about(mail.workshopName) }],
  });
}

type Parts = { subject: string; preview: string; blocks: MailBlock[] };

function parts(mail: BillingMail, content: BillingMailContent): Parts {
  const { language, timeZone, portalUrl, creditorId } = mail;
  const say = billingMailTexts[language];
  const money = ({ cents, currency }: Money) => new Intl.NumberFormat(localeOf(language), { style: 'currency', currency }).format(cents / 100);
  const day = (instant: string) => formatDayOf(instant, language, timeZone);
  const text = (words: string): MailBlock => ({ kind: 'paragraph', text: words });
  const button = (label: string): MailBlock => ({ kind: 'button', label, url: portalUrl });
  const facts = (...given: ([label: string, value: string | null | undefined, strong?: true])[]): MailBlock => ({
    kind: 'facts',
    facts: presentFacts(given.map(([label, value, strong]) => ({ label, value: value ?? undefined, ...(strong && { strong }) }))),
  });
  const mandateFacts = ({ maskedIban, reference }: Mandate) => [[say.account, maskedIban], [say.mandateReference, reference], [say.creditorId, creditorId]] as [string, string | null][];

  switch (content.kind) {
    case 'mandateGiven':
    case 'mandateChanged': {
      const words = say[content.kind];
      return {
        subject: words.subject,
        preview: words.preview,
        blocks: [text(words.done(mail.sender.name)), facts([say.holder, content.holder], ...mandateFacts(content)), ...(content.withDocument ? [text(say.documentAttached)] : []), text(say.refundRight), button(say.openPortal)],
      };
    }
    case 'mandateLapsing': {
      const words = say.mandateLapsing;
      return { subject: words.subject, preview: words.preview, blocks: [text(content.lapsesAt === null ? words.expiring : words.unused(day(content.lapsesAt))), facts(...mandateFacts(content)), text(words.todo), button(say.renewMandate)] };
    }
    case 'preNotification': {
      const words = say.preNotification;
      const [amount, on] = [money(content.amount), day(content.debitAt)];
      return {
        subject: words.subject(amount, on),
        preview: words.preview,
        blocks: [text(words.announce(amount, on)), facts([say.amount, amount, true], [say.debitOn, on, true], [say.plan, content.planName], ...mandateFacts(content)), text(words.todo), button(say.openPortal)],
      };
    }
    case 'invoiceIssued': {
      const words = say.invoiceIssued;
      const amount = money(content.amount);
      const debited = content.due.cents < content.amount.cents ? words.creditSetOff(money(content.due)) : words.debited;
      const how = content.paid ? words.paid : content.mandate ? debited : words.noMandate;
      return {
        subject: words.subject(content.invoiceId, amount),
        preview: words.preview,
        blocks: [text(words.attached), facts([say.invoice, content.invoiceId], [say.issuedOn, day(content.issuedAt)], [say.amount, amount, true], ...(content.mandate && !content.paid ? mandateFacts(content.mandate) : [])), text(how), button(content.paid || content.mandate ? say.openPortal : say.giveMandate)],
      };
    }
    case 'debitExecuted': {
      const words = say.debitExecuted;
      const amount = money(content.amount);
      return { subject: words.subject(amount), preview: words.preview, blocks: [text(words.done), facts([say.amount, amount, true], [say.debitedOn, day(content.at)], [say.account, content.maskedIban], [say.invoice, content.invoiceIds.join(', ')]), text(words.todo)] };
    }
    case 'debitFailed':
    case 'debitReturned': {
      const words = say[content.kind];
      const amount = money(content.amount);
      const { reason, remedy: helps } = debitFailureWords(content.failureCode, language);
      // Nobody tries anew what came back.
      const remedy = content.kind === 'debitReturned' ? debitFailureWords('debit_returned', language).remedy : helps;
      return {
        subject: words.subject(amount),
        preview: reason,
        blocks: [text(words.happened), facts([say.reason, reason, true], [say.amount, amount], [words.on, day(content.at)], [say.account, content.maskedIban], [say.invoice, content.invoiceIds.join(', ')]), text(remedy), ...(content.suspendsAt === null ? [] : [text(say.until(day(content.suspendsAt)))]), button(say.settle)],
      };
    }
    case 'suspensionAhead': {
      const words = say.suspensionAhead;
      const on = day(content.suspendsAt);
      return { subject: words.subject(on), preview: words.preview, blocks: [text(words.ahead(money(content.open), on)), facts([say.open, money(content.open), true], [words.from, on, true]), text(say.whatGoesOn), button(say.settle)] };
    }
    case 'suspended': {
      const words = say.suspended;
      return { subject: words.subject(mail.workshopName), preview: words.preview, blocks: [text(words.stopped(money(content.open))), text(say.whatGoesOn), text(words.todo), button(say.settle)] };
    }
    case 'reactivated':
      return { subject: say.reactivated.subject(mail.workshopName), preview: say.reactivated.preview, blocks: [text(say.reactivated.done)] };
    case 'cancelled': {
      const words = content.isOver ? say.cancelled : say.cancelledAhead;
      return { subject: words.subject(mail.workshopName), preview: words.preview, blocks: [text(words.done(day(content.at))), text(words.whatStays), button(say.openPortal)] };
    }
    case 'trialEnding': {
      const words = say.trialEnding;
      const [amount, on] = [money(content.amount), day(content.endsAt)];
      return { subject: words.subject(on), preview: words.preview, blocks: [text(words.ends(on)), facts([say.plan, content.planName], [words.afterwards, amount, true], ...(content.mandate ? mandateFacts(content.mandate) : [])), text(content.mandate ? words.ready : words.noMandate), button(content.mandate ? say.openPortal : say.giveMandate)] };
    }
  }
}
