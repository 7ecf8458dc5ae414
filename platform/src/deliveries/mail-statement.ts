import type { mailStatementSchema } from '@meldewerk/contract/accident-statement';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { accidentStatementMail } from '@meldewerk/messaging/templates/accident-statement-mail';
import type { InferOutput } from 'valibot';
import { maySpeakFor, withStatement } from '../accident-statements/statement-access.ts';
import { statementFileName } from '../accident-statements/statement-document.ts';
import { describeDocument } from '../accident-statements/describe-statement.ts';
import { addressKey, limit, takeAll, takeFrom } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { createDelivery } from './create-delivery.ts';

// It goes to an address that anybody may type: nobody shall send many of them to a stranger.
const perSide = limit('statement-mail-by-side', 4, 3600);
const perAddress = limit('statement-mail-by-address', 8, 600);
const perRecipient = limit('statement-mail-by-recipient', 3, 3600);
const perTenant = limit('statement-mail-by-tenant', 100, 30);

/** Sends the signed PDF, the very bytes both can load, to where one driver wants it: once to each address, however often it is asked. */
export async function mailStatement(scope: Scope, tokenHash: Buffer, { side, email }: InferOutput<typeof mailStatementSchema>, clientAddress: string): Promise<void> {
  const { services, tenant } = scope;
  const statement = await withStatement(scope, tokenHash, clientAddress, async (_, found) => found, 'read');
  const document = describeDocument(statement);
  if (!maySpeakFor(statement, side)) throw new ProblemError('forbidden');
  if (!statement.documentId || !document) throw new ProblemError('notFound');
  await takeFrom(services, perAddress, addressKey(clientAddress));
  await takeAll(services, [perSide, tenant.id, statement.id, side], [perRecipient, email], [perTenant, tenant.id]);
  const { content, id, documentId } = statement;
  const workshop = tenant.settings;
  const day = content['shared.date'];
  const fileName = statementFileName(statement);
  const mail = accidentStatementMail({ language: scope.spoken, workshop, day: typeof day === 'string' ? day : null, fileName, sha256: document.sha256 });
  const attachments = [{ documentId, fileName, byteSize: document.byteSize, mediaType: 'application/pdf' }];
  await inTenant(services.db, tenant.id, (tx) =>
    // On no report: the other driver's address is none of the workshop's business.
    createDelivery(services, tx, tenant.id, { reportId: null, dedupeKey: `accidentStatement/${id}/${email}`, target: 'customerEmail', purpose: 'accidentStatement', recipient: email, content: { ...mail, attachments, fromName: workshop.name, replyTo: workshop.email } }),
  );
}
