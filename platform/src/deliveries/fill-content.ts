import type { deliveries } from '@meldewerk/db/schema';
import type { Config } from '../config.ts';
import { fillLinks, hideLinks } from '../links/link-in-message.ts';
import { fillStatusLinks, hideStatusLinks } from '../status-pages/status-link.ts';
import type { MailContent, SmsContent } from './message.ts';

type Row = Pick<typeof deliveries.$inferSelect, 'tenantId' | 'reportId' | 'target' | 'purpose' | 'message'>;

/** A message as it leaves: with the real address of the link, where it is one that brings the customer theirs. Nobody else is ever given it. */
export function contentToSend(config: Config, { tenantId, reportId, target, purpose, message }: Row): MailContent | SmsContent {
  const content = message as MailContent | SmsContent;
  if (reportId === null || (target !== 'customerEmail' && target !== 'customerSms')) return content;
  const bringsLink = purpose === 'link' || purpose === 'reminder';
  const fill = (text: string) => fillStatusLinks(config, { tenantId, reportId }, bringsLink ? fillLinks(config, { tenantId, reportId }, text) : text);
  return 'html' in content ? { ...content, text: fill(content.text), html: fill(content.html) } : { ...content, text: fill(content.text) };
}

/** The same for staff who look at what was sent. */
export function textToShow({ message }: Pick<Row, 'message'>): string {
  return hideStatusLinks(hideLinks((message as MailContent | SmsContent).text));
}
