import type { DeliveryPurpose, DeliveryTarget } from '@meldewerk/contract/delivery';
import type { StaffLanguage } from '@meldewerk/contract/language';
import type { ReportEvent } from '@meldewerk/contract/report';
import type { Scope } from '../http/scope.ts';
import type { ReportContent } from '../reports/read.ts';

export type Recipient = { email: string; language: StaffLanguage };

/** A file in a mail: one that is stored, or a short text that is kept with the message. */
export type Attachment = { fileName: string; mediaType: string; byteSize: number } & ({ documentId: string } | { text: string });
/** What is handed to the vendor, to the letter, and shown to staff. */
export type MailContent = { subject: string; text: string; html: string; fromName: string; replyTo: string; attachments?: Attachment[] };
/** `instead`: what goes by mail when this reaches nobody, where there is no event to compose it from anew. */
export type SmsContent = { text: string; instead?: { recipient: string; content: MailContent } };
export type Message =
  | { target: Exclude<DeliveryTarget, 'customerSms'>; purpose: DeliveryPurpose; recipient: string; content: MailContent }
  | { target: 'customerSms'; purpose: DeliveryPurpose; recipient: string; content: SmsContent };

/**
 * Decides who hears of an event of a report, and what. Called outside any transaction, and again when the job is repeated.
 * `instead`: an SMS about this event did not get through, and the customer is to be told by mail.
 */
export type Compose = (scope: Scope, report: ReportContent, staff: Recipient[], event: ReportEvent, instead?: 'email') => Promise<Message[]>;
