import type { deliveries } from '@meldewerk/db/schema';
import type { Config } from '../config.ts';
import { fillLinks, hideLinks } from '../links/link-in-message.ts';
import type { MailContent, SmsContent } from './message.ts';

type Row = Pick<typeof deliveries.$inferSelect, 'tenantId' | 'reportId' | 'purpose' | 'message'>;

/** A message as it leaves: with the real address of the link, where it is one that brings the customer their link. */
export function contentToSend(config: Config, { tenantId, reportId, purpose, message }: Row): MailContent | SmsContent {
  const content = message as MailContent | SmsContent;
  if (reportId === null || (purpose !== 'link' && purpose !== 'reminder')) return content;
  const fill = (text: string) => fillLinks(config, { tenantId, reportId }, text);
  return 'html' in content ? { ...content, text: fill(content.text), html: fill(content.html) } : { ...content, text: fill(content.text) };
}

/** The same for staff who look at what was sent. */
export function textToShow({ message }: Pick<Row, 'message'>): string {
  return hideLinks((message as MailContent | SmsContent).text);
}
