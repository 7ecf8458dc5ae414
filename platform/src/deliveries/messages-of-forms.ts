import { signedFormsMail } from '@meldewerk/messaging/templates/signed-forms-mail';
import { signedDocumentsOf } from '../forms/signed-documents.ts';
import { statusUrlForMessage } from '../status-pages/status-link.ts';
import type { Compose } from './message.ts';
import { fittingMail } from './papers-of.ts';

/** Once the workshop has signed the last form of a sent report: all of them to the customer, as they stand for good. */
export const messagesOfForms: Compose = async (scope, report) => {
  const { email, firstName, lastName } = report.reporter;
  if (!email) return [];
  const workshop = scope.tenant.settings;
  const { fitting, leftOut } = fittingMail(await signedDocumentsOf(scope, report.id));
  const mail = signedFormsMail({ language: report.language, workshop, customerName: `${firstName} ${lastName}`, reference: report.reference, forms: report.forms.map(({ title, document }) => ({ title, sha256: document?.sha256 ?? null })), leftOut: leftOut.map(({ fileName }) => fileName), statusUrl: await statusUrlForMessage(scope, report.id) });
  const attachments = fitting.map((file) => ({ ...file, mediaType: 'application/pdf' }));
  return [{ target: 'customerEmail', purpose: 'signedForms', recipient: email, content: { ...mail, fromName: workshop.name, replyTo: workshop.email, attachments } }];
};
