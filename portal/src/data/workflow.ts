import { workflowSchema, workflowUsageSchema, type Workflow, type WorkflowUsage } from '@meldewerk/contract/workflow';
import { requestJson } from '@meldewerk/shell/request';

export function fetchWorkflow(): Promise<Workflow> {
  return requestJson(workflowSchema, 'GET', '/api/settings/workflow');
}

export function saveWorkflow(workflow: Workflow): Promise<Workflow> {
  return requestJson(workflowSchema, 'PUT', '/api/settings/workflow', { body: workflow });
}

export function fetchWorkflowUsage(): Promise<WorkflowUsage> {
  return requestJson(workflowUsageSchema, 'GET', '/api/settings/workflow/usage');
}
