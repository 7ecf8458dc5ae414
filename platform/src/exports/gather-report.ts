import type { Message } from '@meldewerk/contract/message';
import { describeForStaff, findStatementOfReport } from '../accident-statements/statement-of-report.ts';
import { readWholeReport } from '../deliveries/read-whole-report.ts';
import type { StaffScope } from '../http/scope.ts';
import { readConversation } from '../messages/read-messages.ts';
import type { GatheredReport } from './section.ts';

/** Everything about a report that may leave the house; notes for colleagues only on request. */
export async function gatherReport(scope: StaffScope, reportId: string, { withNotes }: { withNotes: boolean }): Promise<GatheredReport> {
  const [report, messages, statement] = await Promise.all([readWholeReport(scope, reportId), readMessages(scope, reportId), findStatementOfReport(scope, reportId)]);
  return { report, messages, accidentStatement: statement && describeForStaff(statement), withNotes, workflow: scope.tenant.settings.workflow };
}

const mostPages = 50;

/** A conversation is read in pages, newest first. */
async function readMessages(scope: StaffScope, reportId: string): Promise<Message[]> {
  let all: Message[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const { messages, earlier } = await readConversation(scope, reportId, all[0]?.id);
    all = [...messages, ...all];
    if (!earlier) break;
  }
  return all;
}
