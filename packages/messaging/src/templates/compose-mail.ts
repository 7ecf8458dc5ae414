import type { Language } from '@meldewerk/contract/language';
import { singleLine } from '../single-line.ts';
import type { MailBlock } from './mail-block.ts';
import { renderMailHtml } from './mail-html.ts';
import { renderMailText } from './mail-text.ts';
import type { MailSender } from './workshop.ts';

export type ComposedMail = { subject: string; text: string; html: string };

/** `preview` is what an inbox shows beside the subject. */
export function composeMail(mail: {
  language: Language;
  workshop: MailSender;
  subject: string;
  preview: string;
  blocks: MailBlock[];
}): ComposedMail {
  const subject = singleLine(mail.subject);
  return { subject, text: renderMailText(mail.blocks, mail.workshop), html: renderMailHtml({ ...mail, subject }) };
}
