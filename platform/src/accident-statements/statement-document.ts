import { sendDocument } from '../forms/send-document.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import type { Statement } from './statement-access.ts';

/** The one signed PDF of a statement: the same bytes to whoever may have them. */
export async function sendStatementDocument(scope: Scope, statement: Statement | null, method: string): Promise<Response> {
  if (!statement?.documentId) throw new ProblemError('notFound');
  return sendDocument(scope, statement.documentId, statementFileName(statement), method);
}

export function statementFileName({ content }: Pick<Statement, 'content'>): string {
  const day = content['shared.date'];
  return `${['Unfallbericht', typeof day === 'string' ? day : ''].filter(Boolean).join('_')}.pdf`;
}
