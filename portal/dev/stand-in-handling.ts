import type { IncomingMessage, ServerResponse } from 'node:http';
import { isClosed, type ChangeHandling, type Handling, type HandlingField } from '@meldewerk/contract/handling';
import type { StaffLanguage } from '@meldewerk/contract/language';
import type { Present } from '@meldewerk/contract/presence';
import type { LiveMessage, ReportDetail, ReportEvent } from '@meldewerk/contract/report';
import { defaultRules, type KeptRule, type Rule, type RulePreview, type RuleView } from '@meldewerk/contract/rule';
import { defaultWorkflow, type Workflow, type WorkflowUsage } from '@meldewerk/contract/workflow';
import { idOf } from './invented-reports.ts';

type Reports = { find: (id: string) => ReportDetail | undefined; list: () => ReportDetail[]; change: (id: string, changes: Partial<ReportDetail>) => void; tell: (message: LiveMessage) => void };

const people = [['Jonas Huber', 2], ['Mia Lorenz', 3], ['Sabine Kern', 1]] as const;

/** How reports are handled, and the workshop's own words for it, from memory. */
export function standInHandling({ find, list, change, tell }: Reports) {
  let workflow: Workflow = structuredClone(defaultWorkflow);
  let present: Present[] = [];
  let rules: KeptRule[] = structuredClone(defaultRules);
  const ruleView = (): RuleView => ({ rules, quietHours: { from: '20:00', to: '08:00' }, notOnSundays: true });
  const usage: WorkflowUsage = { subStatuses: [] };

  async function handle(route: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const [method, path = ''] = route.split(' ');
    const [, , area, id = '', part] = path.split('/');
    if (route === 'GET /api/colleagues') return answer(response, 200, { colleagues: people.map(([name, number]) => ({ id: idOf('c', number), name, active: true })) });
    if (route === 'GET /api/tags') return answer(response, 200, { tags: [...new Set([...list().flatMap(({ handling }) => handling.tags), 'Hagel', 'Leasing', 'Eilig'])] });
    if (route === 'GET /api/settings/workflow') return answer(response, 200, workflow);
    if (route === 'GET /api/settings/workflow/usage') return answer(response, 200, usage);
    if (route === 'PUT /api/settings/workflow') {
      const wanted = (await readBody(request)) as Workflow;
      if (made.refusals.length > 0) return answer(response, 422, { ...problem(422, 'validationFailed', []), issues: made.refusals.map((issue) => ({ ...issue, code: 'duplicate' })) });
      workflow = wanted;
      tell({ kind: 'settingsChanged' });
      return answer(response, 200, workflow);
    }
    if (route === 'GET /api/settings/rules') return answer(response, 200, ruleView());
    if (route === 'PUT /api/settings/rules') {
      rules = ((await readBody(request)) as { rules: Rule[] }).rules.map((rule) => ({ ...rule, activeSince: null }));
      return answer(response, 200, ruleView());
    }
    if (route === 'POST /api/settings/rules/preview') return answer(response, 200, preview((await readBody(request)) as { rule: Rule; language: StaffLanguage }));
    if (area !== 'reports' || !find(id)) return false;
    if (part === 'presence') {
      if (method === 'PUT') await readBody(request);
      return method === 'DELETE' ? answer(response, 204) : answer(response, 200, { present });
    }
    if (method !== 'PATCH' || part !== 'handling') return false;
    return patch(id, (await readBody(request)) as ChangeHandling, response);
  }

  function patch(id: string, { expected, set, note }: ChangeHandling, response: ServerResponse): true {
    const report = find(id);
    if (!report) return answer(response, 404);
    const moved = (Object.keys(set) as HandlingField[]).filter((field) => JSON.stringify(expected[field]) !== JSON.stringify(report.handling[field]));
    if (moved.length > 0) return answer(response, 409, problem(409, 'changedMeanwhile', moved));
    if (report.handling.closedAt && set.status && !isClosed(set.status) && !note && report.events.at(-1)?.type !== 'statusChanged') return answer(response, 422, problem(422, 'validationFailed', ['note']));
    return answer(response, 200, write(report, set, 'Sabine Kern'));
  }

  /** As somebody else does it. */
  function write(report: ReportDetail, set: ChangeHandling['set'], name: string): Handling {
    const before = report.handling;
    const now = new Date().toISOString();
    const next: Handling = {
      ...before, ...set, version: before.version + 1,
      ...(set.status && { subStatus: set.subStatus ?? null, statusSince: now, closedAt: isClosed(set.status) ? now : null }),
      ...(set.assigneeId !== undefined && { assigneeName: people.find(([, number]) => idOf('c', number) === set.assigneeId)?.[0] ?? null }),
    };
    const isMove = set.status !== undefined || set.subStatus !== undefined;
    const event: ReportEvent = {
      sequence: report.events.length + 1, type: isMove ? 'statusChanged' : 'handlingChanged', at: now, actor: { kind: 'staff', id: null, name }, hash: 'f'.repeat(64),
      data: isMove ? { from: before.status, to: next.status, fromSubStatus: before.subStatus, toSubStatus: next.subStatus } : { fields: Object.keys(set) },
    };
    change(report.id, { handling: next, events: [...report.events, event] });
    return next;
  }

  const made = {
    handle,
    write,
    /** What is said to the next workflow that is saved. */
    refusals: [] as { path: string; message: string }[],
    showWorkflow(next: Workflow) {
      workflow = next;
      tell({ kind: 'settingsChanged' });
    },
    show(reportId: string, others: Present[]) {
      present = others;
      tell({ kind: 'presenceChanged', reportId });
    },
    usage,
  };
  return made;
}

function preview({ rule: { action }, language }: { rule: Rule; language: StaffLanguage }): RulePreview {
  if (action.kind === 'staffReminder') return { sms: null, mail: { subject: 'Erinnerung: KA-PA 777 steht seit 2 Tagen auf „Eingegangen“', text: 'Bitte sehen Sie nach, was zu tun ist.' } };
  const text = action.text[language].replaceAll('{{werkstatt.name}}', 'Karosserie Muster').replaceAll('{{fahrzeug.kennzeichen}}', 'KA-PA 777').replaceAll('{{werkstatt.telefon}}', '+49 721 5550100');
  return { sms: action.kind === 'customerMessage' ? { text: `${text} https://karosserie-muster.example/s/aB3dE5fG7hJ9kL1mN3pQ5r`, characters: 158, segments: 1 } : null, mail: { subject: 'Karosserie Muster: Neues zu KA-PA 777', text } };
}

function problem(status: number, code: string, paths: string[]) {
  return { type: `about:blank#${code}`, title: code, status, detail: 'Inzwischen geändert.', code, requestId: 'req-0f3a91', issues: paths.map((path) => ({ path, code, message: 'Inzwischen geändert.' })) };
}

function answer(response: ServerResponse, status: number, body?: unknown): true {
  response.writeHead(status, { 'Content-Type': status >= 400 ? 'application/problem+json' : 'application/json', 'Cache-Control': 'no-store' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
  return true;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
}
