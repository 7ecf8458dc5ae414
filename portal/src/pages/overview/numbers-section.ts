import { msg, str } from '@lit/localize';
import type { AnswerTime, Numbers } from '@meldewerk/contract/overview';
import { bars, columns } from '@meldewerk/shell/bars';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay, formatNumber } from '../../format.ts';
import { currentLanguage } from '../../locale.ts';
import { paths } from '../../router.ts';
import { stepLabel } from '../../step-label.ts';

/** More would be too narrow for a thumb. */
const mostColumns = 13;

/** What happened in the time asked for; every number opens the list behind it. */
export function numbersSection(numbers: Numbers) {
  const { from, to, perWeek, byCategory, byPartner, firstAnswer, links, stuckAt } = numbers;
  const size = Math.ceil(perWeek.length / mostColumns);
  const stretches = inStretches(perWeek, size);
  const total = perWeek.reduce((sum, { count }) => sum + count, 0);
  const perStretch = columns(stretches.map((stretch, index) => ({
    label: weekLabel(stretch), count: stretch.count, href: list({ from: stretch.from, to: stretch.to }), short: isLabelled(index, stretches.length) ? shortDay(stretch.from) : null,
  })));
  return html`
    ${figure('weeks', size === 1 ? msg('Meldungen je Woche', { id: 'overview.perWeek' }) : msg(str`Meldungen je ${size} Wochen`, { id: 'overview.perWeeks' }), msg(str`${formatNumber(total)} insgesamt`, { id: 'overview.total' }), perStretch)}
    <div class="pictures">
      ${figure('answers', msg('Zeit bis zur ersten Antwort', { id: 'overview.firstAnswer' }), firstAnswer.medianMinutes === null ? null : msg(str`die Hälfte innerhalb von ${duration(firstAnswer.medianMinutes)}`, { id: 'overview.median' }),
        bars(firstAnswer.byTime.map(({ time, count }) => ({ label: answerLabel(time), count, href: list({ from, to, answer: time }) }))))}
      ${figure('categories', msg('Nach Art des Schadens', { id: 'overview.byCategory' }), null, byCategory.length > 0 ? bars(byCategory.map(({ key, label, count }) => ({ label: label[currentLanguage()], count, href: list({ from, to, category: key }) }))) : none())}
      ${figure('partners', msg('Nach Partner', { id: 'overview.byPartner' }), null, byPartner.length > 0 ? bars(byPartner.map(({ key, name, count }) => ({ label: name, count, href: list({ from, to, partner: key }) }))) : none())}
      ${figure('links', msg('Was aus den Links wurde', { id: 'overview.links' }), links.sent > 0 ? msg(str`${Math.round((links.submitted / links.sent) * 100)} % kamen bis zum Absenden`, { id: 'overview.completion' }) : null,
        links.sent > 0 ? bars(linkStages(numbers)) : none(msg('In dieser Zeit wurde kein Link verschickt.', { id: 'overview.noLinks' })))}
      ${figure('stuck', msg('Wo Kunden aufhören', { id: 'overview.stuck' }), stuckAt.length > 0 ? msg('seit mindestens einem Tag nicht weiter', { id: 'overview.stuckHint' }) : null,
        stuckAt.length > 0 ? bars(stuckAt.map(({ step, count }) => ({ label: stepLabel(step), count, href: list({ status: 'open', linkStep: step }) }))) : none(msg('Niemand ist auf halbem Weg stehen geblieben.', { id: 'overview.nobodyStuck' })))}
    </div>
  `;
}

/** So many weeks as one, counted from the newest. */
function inStretches(weeks: Numbers['perWeek'], size: number): Numbers['perWeek'] {
  const stretches: Numbers['perWeek'] = [];
  for (let end = weeks.length; end > 0; end -= size) {
    const together = weeks.slice(Math.max(0, end - size), end);
    const [first, last] = [together[0], together.at(-1)];
    if (first && last) stretches.unshift({ from: first.from, to: last.to, count: together.reduce((sum, { count }) => sum + count, 0) });
  }
  return stretches;
}

function linkStages({ from, to, links }: Numbers) {
  const range = { linkFrom: from, linkTo: to };
  return [
    { label: msg('Verschickt', { id: 'overview.linksSent' }), count: links.sent, href: list({ ...range, linkStage: 'sent' }) },
    { label: msg('Geöffnet', { id: 'overview.linksOpened' }), count: links.opened, href: list({ ...range, linkStage: 'opened' }) },
    { label: msg('Begonnen', { id: 'overview.linksBegun' }), count: links.begun, href: list({ ...range, linkStage: 'begun' }) },
    { label: msg('Abgesendet', { id: 'overview.linksSubmitted' }), count: links.submitted, href: list({ ...range, linkStage: 'submitted' }) },
  ];
}

function figure(id: string, title: string, summary: string | null, picture: TemplateResult) {
  return html`
    <section class="card figure" aria-labelledby=${id}>
      <h3 id=${id}>${title}</h3>
      ${summary ? html`<p class="summary quiet">${summary}</p>` : nothing}
      ${picture}
    </section>
  `;
}

function none(text = msg('In dieser Zeit keine.', { id: 'overview.noneInTime' })) {
  return html`<p class="quiet">${text}</p>`;
}

function list(filter: Record<string, string>): string {
  return `${paths.reports}?${new URLSearchParams(filter)}`;
}

function weekLabel({ from, to, count }: Numbers['perWeek'][number]): string {
  const range = `${formatDay(from)}–${formatDay(to)}`;
  return count === 1 ? msg(str`${range}: 1 Meldung`, { id: 'overview.weekOne' }) : msg(str`${range}: ${formatNumber(count)} Meldungen`, { id: 'overview.week' });
}

/** A few days in reading distance, the last week always among them. */
function isLabelled(index: number, count: number): boolean {
  const every = Math.max(1, Math.ceil(count / 6));
  return (count - 1 - index) % every === 0;
}

function shortDay(day: string): string {
  return new Intl.DateTimeFormat(currentLanguage() === 'de' ? 'de-DE' : 'en-GB', { day: 'numeric', month: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

function answerLabel(time: AnswerTime): string {
  return {
    hour: msg('Bis zu 1 Stunde', { id: 'overview.hour' }),
    fourHours: msg('Bis zu 4 Stunden', { id: 'overview.fourHours' }),
    day: msg('Bis zu 1 Tag', { id: 'overview.day' }),
    threeDays: msg('Bis zu 3 Tagen', { id: 'overview.threeDays' }),
    longer: msg('Länger', { id: 'overview.longer' }),
    open: msg('Noch ohne Antwort', { id: 'overview.unanswered' }),
  }[time];
}

function duration(minutes: number): string {
  if (minutes < 60) return msg(str`${minutes} Min.`, { id: 'overview.minutes' });
  const hours = Math.round(minutes / 6) / 10;
  if (hours < 48) return msg(str`${formatNumber(hours)} Std.`, { id: 'overview.hours' });
  return msg(str`${formatNumber(Math.round(hours / 2.4) / 10)} Tage`, { id: 'overview.days' });
}
