import { msg, str } from '@lit/localize';
import { handlingFields, priorities, type Handling, type HandlingField, type Priority, type ReportStatus } from '@meldewerk/contract/handling';
import type { ReportEvent } from '@meldewerk/contract/report';
import { formatDay } from '../../format.ts';
import { statusText } from '../../workflow.ts';

export function fieldLabel(field: HandlingField): string {
  return {
    status: msg('Status', { id: 'handling.status' }),
    subStatus: msg('Unterstatus', { id: 'handling.subStatus' }),
    assigneeId: msg('Zuständig', { id: 'handling.assignee' }),
    priority: msg('Dringlichkeit', { id: 'handling.priority' }),
    tags: msg('Stichwörter', { id: 'handling.tags' }),
    dueOn: msg('Frist', { id: 'handling.dueOn' }),
    nextStep: msg('Nächster Schritt', { id: 'handling.nextStep' }),
  }[field];
}

export function priorityLabel(priority: Priority): string {
  return {
    low: msg('Niedrig', { id: 'priority.low' }),
    normal: msg('Normal', { id: 'priority.normal' }),
    high: msg('Hoch', { id: 'priority.high' }),
  }[priority];
}

/** What stands in a field, as a person reads it. `nameOf` knows the colleagues. */
export function fieldValue(handling: Partial<Handling>, field: HandlingField, nameOf: (id: string) => string | undefined): string {
  const none = msg('nichts', { id: 'handling.nothing' });
  switch (field) {
    case 'status':
    case 'subStatus': return handling.status ? statusText(handling.status, handling.subStatus ?? null) : none;
    case 'assigneeId': return handling.assigneeId ? (nameOf(handling.assigneeId) ?? handling.assigneeName ?? none) : msg('niemand', { id: 'handling.nobody' });
    case 'priority': return handling.priority ? priorityLabel(handling.priority) : none;
    case 'tags': return handling.tags?.join(', ') || none;
    case 'dueOn': return handling.dueOn ? formatDay(handling.dueOn) : none;
    case 'nextStep': return handling.nextStep ?? none;
  }
}

/** What a change of status or handling was, for the history; nothing for other events. */
export function eventDetail({ type, data }: ReportEvent): string | null {
  if (type === 'statusChanged') {
    const { from, to, fromSubStatus, toSubStatus } = data as { from: ReportStatus; to: ReportStatus; fromSubStatus: string | null; toSubStatus: string | null };
    return `${statusText(from, fromSubStatus)} → ${statusText(to, toSubStatus)}`;
  }
  if (type !== 'handlingChanged' || !Array.isArray(data['fields'])) return null;
  return handlingFields.filter((field) => (data['fields'] as unknown[]).includes(field)).map((field) => changedTo(field, data)).join(' · ');
}

/** Names, tags and notes are no part of an event; a date and how urgent it is are. */
function changedTo(field: HandlingField, data: Record<string, unknown>): string {
  const label = fieldLabel(field);
  if (field === 'dueOn') return typeof data['dueOn'] === 'string' ? `${label} ${formatDay(data['dueOn'])}` : msg(str`${label} entfernt`, { id: 'handling.fieldRemoved' });
  const priority = priorities.find((known) => known === data['priority']);
  return field === 'priority' && priority ? `${label} ${priorityLabel(priority)}` : label;
}
