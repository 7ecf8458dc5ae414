import { reportStatuses, type ReportStatus } from '@meldewerk/contract/handling';
import type { CustomerState, OwnStatus, Workflow } from '@meldewerk/contract/workflow';
import * as v from 'valibot';
import { workflowSchema } from '@meldewerk/contract/workflow';

type Text = { de: string; en: string };
/** While it is edited, names may be empty. */
export type WorkflowDraft = Omit<Workflow, 'statuses'> & { statuses: Record<ReportStatus, Omit<OwnStatus, 'label'> & { label: Text }> };
export type Faults = Record<string, string>;

export const fewestStates = 3;
export const mostStates = 5;

export function draftOf(workflow: Workflow): WorkflowDraft {
  const { statuses, ...rest } = structuredClone(workflow);
  return { ...rest, statuses: Object.fromEntries(reportStatuses.map((status) => [status, { ...statuses[status], label: statuses[status].label ?? { de: '', en: '' } }])) as WorkflowDraft['statuses'] };
}

/** Without a name ours is meant; a name in one language goes for both. */
export function workflowOf({ statuses, customerStates, customerSees }: WorkflowDraft): Workflow {
  return {
    statuses: Object.fromEntries(reportStatuses.map((status) => {
      const { label, color, subStatuses } = statuses[status];
      const named = inBoth(label);
      return [status, { color, label: named.de ? named : null, subStatuses: subStatuses.map((finer) => ({ ...finer, label: inBoth(finer.label) })) }];
    })) as Workflow['statuses'],
    customerStates: customerStates.map((state) => ({ ...state, label: inBoth(state.label) })),
    customerSees,
  };
}

/** Names that are missing, states nothing counts as; what contradicts itself the server knows. */
export function faultsOf(workflow: Workflow, say: { name: string; status: string }): Faults {
  const { issues = [] } = v.safeParse(workflowSchema, workflow);
  return Object.fromEntries(issues.map((issue) => {
    const path = v.getDotPath(issue) ?? '';
    return [path, path.endsWith('.statuses') ? say.status : say.name];
  }));
}

/** From now on this status counts as that state, and as no other. */
export function countAs({ customerStates, ...rest }: WorkflowDraft, status: ReportStatus, stateId: string): WorkflowDraft {
  const order = (statuses: ReportStatus[]) => reportStatuses.filter((known) => statuses.includes(known));
  return {
    ...rest,
    customerStates: customerStates.map((state) => ({ ...state, statuses: order(state.id === stateId ? [...state.statuses, status] : state.statuses.filter((other) => other !== status)) })),
  };
}

export function addState(draft: WorkflowDraft): WorkflowDraft {
  const added: CustomerState = { id: newKey(), label: { de: '', en: '' }, statuses: [] };
  return { ...draft, customerStates: [...draft.customerStates.slice(0, -1), added, ...draft.customerStates.slice(-1)] };
}

/** What counted as it counts as the one before from then on, or as the one behind it. */
export function removeState(draft: WorkflowDraft, index: number): WorkflowDraft {
  const heir = draft.customerStates[index - 1] ?? draft.customerStates[index + 1];
  const removed = draft.customerStates[index];
  if (!heir || !removed) return draft;
  const without = { ...draft, customerStates: draft.customerStates.filter((state) => state !== removed) };
  return removed.statuses.reduce((changed, status) => countAs(changed, status, heir.id), without);
}

export function addSubStatus(draft: WorkflowDraft, status: ReportStatus): WorkflowDraft {
  return withStatus(draft, status, { subStatuses: [...draft.statuses[status].subStatuses, { id: newKey(), label: { de: '', en: '' } }] });
}

export function withStatus(draft: WorkflowDraft, status: ReportStatus, change: Partial<WorkflowDraft['statuses'][ReportStatus]>): WorkflowDraft {
  return { ...draft, statuses: { ...draft.statuses, [status]: { ...draft.statuses[status], ...change } } };
}

function inBoth({ de, en }: Text): Text {
  return { de: de.trim() || en.trim(), en: en.trim() || de.trim() };
}

function newKey(): string {
  return `s${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
}
