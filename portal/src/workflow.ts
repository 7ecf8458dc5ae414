import { closedStatuses, reportStatuses, type ReportStatus } from '@meldewerk/contract/handling';
import { defaultWorkflow, labelOfStatus, statusColors, type Workflow } from '@meldewerk/contract/workflow';
import { fetchWorkflow } from './data/workflow.ts';
import { liveUpdates } from './live-updates.ts';
import { currentLanguage } from './locale.ts';
import { readableOn } from './readable-on.ts';

let workflow: Workflow = defaultWorkflow;

/** Tells `change` when the workshop's words or colours for its states are others than before. */
export const workflowChanges = new EventTarget();

/** What the workshop calls its states; read once per session, and anew when somebody saved it. */
export function currentWorkflow(): Workflow {
  return workflow;
}

/** Where it cannot be read, what is known stays: at first our own words. */
export async function loadWorkflow() {
  showWorkflow(await fetchWorkflow().catch(() => workflow));
}

/** Colours become custom properties of the document: `.status.inRepair` is coloured wherever it stands. */
export function showWorkflow(next: Workflow) {
  workflow = next;
  for (const status of reportStatuses) {
    const color = statusColor(status);
    document.documentElement.style.setProperty(`--status-${status}`, color);
    document.documentElement.style.setProperty(`--status-${status}-text`, readableOn(color));
  }
  workflowChanges.dispatchEvent(new Event('change'));
}

/** The workshop's word for a status, or for its finer state where it has one. */
export function statusText(status: ReportStatus, subStatus: string | null = null): string {
  return labelOfStatus(workflow, status, subStatus)[currentLanguage()];
}

export function subStatusesOf(status: ReportStatus): { id: string; label: string }[] {
  return workflow.statuses[status].subStatuses.map(({ id, label }) => ({ id, label: label[currentLanguage()] }));
}

export function statusColor(status: ReportStatus): string {
  return workflow.statuses[status].color ?? statusColors[status];
}

const way: ReportStatus[] = ['submitted', 'inReview', 'scheduled', 'inRepair', 'ready', 'completed'];

/** Where a report usually goes from here; null where nobody goes on by hand. */
export function nextStatus(status: ReportStatus): (typeof way)[number] | null {
  if ((closedStatuses as readonly ReportStatus[]).includes(status)) return null;
  const place = way.indexOf(status);
  return place < 0 ? null : (way[place + 1] ?? null);
}

liveUpdates.addEventListener('settings', () => void loadWorkflow());
