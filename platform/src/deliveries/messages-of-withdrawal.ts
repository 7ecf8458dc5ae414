import { withdrawalConfirmationMail, withdrawalNoticeMail } from '@meldewerk/messaging/templates/withdrawal-mails';
import { originOf } from '../config.ts';
import type { Scope } from '../http/scope.ts';
import { readDeclaration, type StoredDeclaration } from '../withdrawals/read-declarations.ts';
import type { Compose, Message, Recipient } from './message.ts';

/** A declaration that fits a report: to whoever declared, and to the workshop's recipients. */
export const messagesOfWithdrawal: Compose = async (scope, _, staff, event) => {
  const declaration = await readDeclaration(scope, String(event.data['declarationId']));
  return declaration ? withdrawalMessages(scope, declaration, staff) : [];
};

export function withdrawalMessages({ services, tenant }: Scope, declaration: StoredDeclaration, staff: Recipient[]): Message[] {
  const workshop = tenant.settings;
  const portal = `${originOf(services.config, tenant.slug)}/portal`;
  const { reference, reportId, language, email } = declaration;
  const report = reference === null ? { url: portal } : { reference, url: `${portal}/reports/${reportId}` };
  return [
    {
      target: 'customerEmail',
      purpose: 'withdrawalConfirmation',
      recipient: email,
      content: { ...withdrawalConfirmationMail({ language, workshop, declaration }), fromName: workshop.name, replyTo: workshop.email },
    },
    ...staff.map((member): Message => ({
      target: 'staffEmail',
      purpose: 'withdrawalNotice',
      recipient: member.email,
      content: { ...withdrawalNoticeMail({ language: member.language, workshop, declaration, report }), fromName: workshop.name, replyTo: email },
    })),
  ];
}
