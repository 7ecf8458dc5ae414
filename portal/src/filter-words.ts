import { msg, str } from '@lit/localize';
import type { Priority } from '@meldewerk/contract/handling';
import type { Colleague, ReportStatus } from '@meldewerk/contract/handling';
import type { AnswerTime } from '@meldewerk/contract/overview';
import type { Partner } from '@meldewerk/contract/partner';
import { partsOf, type ReportFilter, type ReportFilterName, type ReportSort } from '@meldewerk/contract/report-filter';
import { categoryLabel } from './categories.ts';
import { formatDay } from './format.ts';
import { stepLabel } from './step-label.ts';
import { currentWorkflow, statusText, subStatusesOf } from './workflow.ts';

/** Who and what a filter may name. */
export type Known = { colleagues: Colleague[]; partners: Pick<Partner, 'id' | 'name'>[] };

export function sortLabel(sort: ReportSort): string {
  return {
    newest: msg('Neueste zuerst', { id: 'sort.newest' }),
    oldest: msg('Älteste zuerst', { id: 'sort.oldest' }),
    due: msg('Frist', { id: 'sort.due' }),
    activity: msg('Letzte Aktivität', { id: 'sort.activity' }),
    plate: msg('Kennzeichen', { id: 'list.plate' }),
    customer: msg('Nachname', { id: 'sort.customer' }),
    priority: msg('Dringlichkeit', { id: 'sort.priority' }),
  }[sort];
}

export function dueLabel(due: string): string {
  return { overdue: msg('überfällig', { id: 'due.overdue' }), today: msg('heute', { id: 'due.today' }), week: msg('diese Woche', { id: 'due.week' }) }[due] ?? due;
}

export function priorityText(priority: string): string {
  const texts: Record<Priority, string> = { high: msg('Hoch', { id: 'priority.high' }), normal: msg('Normal', { id: 'priority.normal' }), low: msg('Niedrig', { id: 'priority.low' }) };
  return texts[priority as Priority] ?? priority;
}

export function linkLabel(state: string): string {
  return {
    notSent: msg('noch nicht gesendet', { id: 'linkFilter.notSent' }),
    sent: msg('gesendet', { id: 'linkFilter.sent' }),
    opened: msg('geöffnet', { id: 'linkMark.opened' }),
    begun: msg('halb fertig', { id: 'linkMark.begun' }),
    notReached: msg('nicht angekommen', { id: 'linkMark.notReached' }),
    expired: msg('Link abgelaufen', { id: 'linkMark.expired' }),
    withdrawn: msg('Link zurückgezogen', { id: 'linkMark.withdrawn' }),
  }[state] ?? state;
}

export function statusPartLabel(part: string): string {
  if (part === 'open') return msg('Offen', { id: 'status.open' });
  if (part === 'closed') return msg('Geschlossen', { id: 'status.closed' });
  return statusText(part as ReportStatus);
}

export function assigneeLabel(part: string, { colleagues }: Known): string {
  if (part === 'me') return msg('ich', { id: 'assignee.me' });
  if (part === 'none') return msg('niemand', { id: 'handling.nobody' });
  return colleagues.find(({ id }) => id === part)?.name ?? msg('jemand', { id: 'assignee.somebody' });
}

export function partnerLabel(part: string, { partners }: Known): string {
  if (part === 'any') return msg('mit Partner', { id: 'partner.any' });
  if (part === 'none') return msg('ohne Partner', { id: 'partner.none' });
  return partners.find(({ id }) => id === part)?.name ?? msg('ein anderer', { id: 'partner.other' });
}

/** What each part of a filter says in a few words. */
export function chipsOf(filter: ReportFilter, known: Known): [ReportFilterName, string][] {
  return (Object.keys(filter) as ReportFilterName[]).flatMap((name): [ReportFilterName, string][] => {
    const value = filter[name];
    const text = value ? chipText(name, value, known) : null;
    return text ? [[name, text]] : [];
  });
}

function chipText(name: ReportFilterName, value: string, known: Known): string | null {
  const all = (label: (part: string) => string) => partsOf(value).map(label).join(', ');
  switch (name) {
    case 'q': return msg(str`Suche: ${value}`, { id: 'chip.search' });
    case 'status': return msg(str`Status: ${all(statusPartLabel)}`, { id: 'chip.status' });
    case 'sub': return msg(str`Unterstatus: ${all(subStatusLabel)}`, { id: 'chip.subStatus' });
    case 'category': return msg(str`Schaden: ${all(categoryLabel)}`, { id: 'chip.category' });
    case 'new': return value === 'true' ? msg('Nur neue', { id: 'filters.onlyNew' }) : msg('Schon geöffnet', { id: 'chip.opened' });
    case 'unread': return value === 'true' ? msg('Ungelesene Nachricht', { id: 'filters.unread' }) : msg('Keine ungelesene Nachricht', { id: 'chip.read' });
    case 'from': return msg(str`Ab ${formatDay(value)}`, { id: 'chip.from' });
    case 'to': return msg(str`Bis ${formatDay(value)}`, { id: 'chip.to' });
    case 'partner': return msg(str`Partner: ${all((part) => partnerLabel(part, known))}`, { id: 'chip.partner' });
    case 'insurer': return msg(str`Versicherung: ${value}`, { id: 'chip.insurer' });
    case 'assignee': return msg(str`Zuständig: ${all((part) => assigneeLabel(part, known))}`, { id: 'chip.assignee' });
    case 'priority': return msg(str`Dringlichkeit: ${all(priorityText)}`, { id: 'chip.priority' });
    case 'tag': return msg(str`Stichwort: ${all((part) => part)}`, { id: 'chip.tag' });
    case 'due': return msg(str`Frist: ${dueLabel(value)}`, { id: 'chip.due' });
    case 'turn': return value === 'staff' ? msg('Terminwunsch wartet auf Antwort', { id: 'filters.turnStaff' }) : msg('Terminvorschlag beim Kunden', { id: 'filters.turnCustomer' });
    case 'missing': return value === 'true' ? msg('Angaben fehlen noch', { id: 'filters.missing' }) : msg('Nichts angefordert', { id: 'chip.notMissing' });
    case 'towing': return value === 'true' ? msg('Abschleppen', { id: 'filters.towing' }) : msg('Fahrbereit', { id: 'chip.notTowing' });
    case 'link': return msg(str`Link: ${all(linkLabel)}`, { id: 'chip.link' });
    case 'linkStep': return msg(str`Steht bei: ${stepLabel(value)}`, { id: 'chip.linkStep' });
    case 'linkFrom': return msg(str`Link verschickt ab ${formatDay(value)}`, { id: 'chip.linkFrom' });
    case 'linkTo': return msg(str`Link verschickt bis ${formatDay(value)}`, { id: 'chip.linkTo' });
    case 'linkStage': return msg(str`Link: ${linkStageLabel(value)}`, { id: 'chip.linkStage' });
    case 'answer': return msg(str`Erste Antwort: ${answerLabel(value as AnswerTime)}`, { id: 'chip.answer' });
    case 'internal': return value === 'true' ? msg('Interne Vorgänge', { id: 'filters.internal' }) : msg('Ohne interne Vorgänge', { id: 'chip.notInternal' });
  }
}

function subStatusLabel(part: string): string {
  const statuses = Object.keys(currentWorkflow().statuses) as ReportStatus[];
  return statuses.flatMap((status) => subStatusesOf(status)).find(({ id }) => id === part)?.label ?? part;
}

function linkStageLabel(stage: string): string {
  return {
    sent: msg('verschickt', { id: 'linkStage.sent' }),
    opened: msg('geöffnet oder weiter', { id: 'linkStage.opened' }),
    begun: msg('begonnen oder weiter', { id: 'linkStage.begun' }),
    submitted: msg('abgesendet', { id: 'linkStage.submitted' }),
  }[stage] ?? stage;
}

function answerLabel(time: AnswerTime): string {
  return {
    hour: msg('bis zu 1 Stunde', { id: 'answer.hour' }),
    fourHours: msg('bis zu 4 Stunden', { id: 'answer.fourHours' }),
    day: msg('bis zu 1 Tag', { id: 'answer.day' }),
    threeDays: msg('bis zu 3 Tagen', { id: 'answer.threeDays' }),
    longer: msg('länger', { id: 'answer.longer' }),
    open: msg('noch keine', { id: 'answer.open' }),
  }[time];
}
