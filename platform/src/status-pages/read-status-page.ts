import { itemKindLabels } from '@meldewerk/contract/item-labels';
import type { LocalizedText } from '@meldewerk/contract/language';
import { customerStateLabel, labelOfStatus, type CustomerState } from '@meldewerk/contract/workflow';
import type { StatusPage } from '@meldewerk/contract/status-page';
import type { CustomerScope } from '../http/scope.ts';
import { readOwnApprovals } from '../approvals/read-approvals.ts';
import { readCustomerConversation } from '../messages/read-messages.ts';
import { readWantedItems } from '../missing-items/read-wanted-items.ts';
import { readReport, type ReportContent } from '../reports/read.ts';
import { describeOwnStatement } from './own-statement.ts';
import { appointmentsForCustomer } from './appointments-for-customer.ts';

/** What the customer sees of the report; what the workshop does not show is left out here and nowhere else. */
export async function readStatusPage(scope: CustomerScope): Promise<StatusPage> {
  const report = await readReport(scope, scope.reportId);
  const { customerSees } = scope.tenant.settings.workflow;
  return {
    reference: report.reference,
    language: report.language,
    licensePlate: report.vehicle.licensePlate,
    makeModel: report.vehicle.makeModel ?? null,
    customerName: [report.reporter.firstName, report.reporter.lastName].filter(Boolean).join(' '),
    submittedAt: report.submittedAt,
    missingItems: await readWantedItems(scope),
    status: customerSees.status ? coarseState(scope, report) : null,
    approvals: await readOwnApprovals(scope, report.shotLabels),
    appointments: customerSees.appointments && !isPastWishing(report) ? appointmentsForCustomer(report.appointments) : null,
    messages: customerSees.messages ? (await readCustomerConversation(scope)).messages : null,
    files: customerSees.files ? filesOf(report) : null,
    accidentStatement: await describeOwnStatement(scope),
    history: customerSees.history ? historyOf(scope, report) : null,
  };
}

/** Nobody is asked for wishes while the vehicle is there already; what was agreed stays in sight. */
function isPastWishing({ handling, appointments }: ReportContent): boolean {
  const { status } = handling;
  const isOver = status === 'inRepair' || status === 'ready' || status === 'completed' || status === 'cancelled';
  return isOver && appointments.rounds.length === 0 && !appointments.confirmed && !appointments.agreedServices;
}

function coarseState({ tenant }: CustomerScope, report: ReportContent): StatusPage['status'] {
  const { customerStates } = tenant.settings.workflow;
  const { status, statusSince } = report.handling;
  const current = customerStates.find(({ statuses }) => statuses.includes(status));
  return {
    states: customerStates.map(({ id, label }) => ({ id, label: customerStateLabel(label) })),
    current: current?.id ?? null,
    since: (current && enteredAt(report, current)) ?? statusSince,
    cancelled: status === 'cancelled',
  };
}

/** Since when it counts as this state: steps of ours within it are none to the customer. */
function enteredAt({ events, submittedAt }: ReportContent, { statuses }: CustomerState): string | null {
  const within = (status: unknown) => statuses.some((one) => one === status);
  const entered = events.findLast(({ type, data }) => type === 'statusChanged' && within(data['to']) && !within(data['from']));
  return entered?.at ?? (within('submitted') ? submittedAt : null);
}

function filesOf(report: ReportContent): StatusPage['files'] {
  return {
    photos: report.photos.filter(({ state }) => state === 'ready').map(({ id, shotId }) => ({ id, label: report.shotLabels[shotId] ?? itemKindLabels.photo })),
    documents: report.forms.flatMap(({ title, document }) => (document ? [{ id: document.id, title, byteSize: document.byteSize, createdAt: document.createdAt }] : [])),
  };
}

const reportSent: LocalizedText = { de: 'Meldung abgeschickt', en: 'Report sent', tr: 'Bildirim gönderildi', pl: 'Zgłoszenie wysłane', uk: 'Заявку надіслано', ar: 'أُرسل البلاغ' };

/** Only when it came in and which states it went through: nothing of what staff did besides. */
function historyOf({ tenant }: CustomerScope, report: ReportContent): StatusPage['history'] {
  const { workflow } = tenant.settings;
  return report.events.flatMap(({ type, at, data }) => {
    if (type === 'reportSubmitted') return [{ at, text: reportSent }];
    const to = workflow.customerStates.find(({ statuses }) => type === 'statusChanged' && statuses.some((status) => status === data['to']));
    const from = workflow.customerStates.find(({ statuses }) => statuses.some((status) => status === data['from']));
    if (type === 'statusChanged' && data['to'] === 'cancelled') return [{ at, text: labelOfStatus(workflow, 'cancelled') }];
    return to && to !== from ? [{ at, text: customerStateLabel(to.label) }] : [];
  });
}
