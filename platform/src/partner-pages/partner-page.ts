import type { PartnerNotice } from '@meldewerk/contract/partner-notice';
import { contactFacts, insuranceFacts, vehicleFacts } from '@meldewerk/messaging/templates/report-facts';
import { formatInstant, formatLastDay } from '@meldewerk/messaging/templates/dates';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Scope } from '../http/scope.ts';
import { displayPhone } from '../reports/display-phone.ts';
import type { ReportContent } from '../reports/read.ts';

type Facts = { label: string; value: string }[];

/** A report as its partner sees it: everything the mail's file has, for people. German, as the partners are. */
export function partnerPage({ tenant }: Scope, notice: PartnerNotice): HtmlEscapedString | Promise<HtmlEscapedString> {
  const { report, partner, workshop } = notice;
  const { timeZone } = tenant.settings;
  const overview: Facts = [
    { label: 'Meldung', value: report.reference },
    ...(partner.orderNumber ? [{ label: 'Ihre Auftragsnummer', value: partner.orderNumber }] : []),
    { label: 'Eingegangen', value: formatInstant(report.submittedAt, 'de', timeZone) },
    { label: 'Werkstatt', value: `${workshop.name}\n${workshop.street}, ${workshop.postalCode} ${workshop.city}\n${workshop.phone} · ${workshop.email}` },
  ];
  return html`<!doctype html>
<html lang="de">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${report.reference} – ${workshop.name}</title>
    <link rel="icon" href="/files/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/files/partner-page.css">
  </head>
  <body>
    <main>
      <header>
        <p class="for">Schadenmeldung für ${partner.name}</p>
        <h1>${report.categoryLabel} · ${notice.vehicle.licensePlate}</h1>
        <p class="until">Dieser Link gilt bis ${formatLastDay(notice.view.until, 'de', timeZone)}. Bitte geben Sie ihn nicht weiter.</p>
        <p><a class="button" href="${notice.view.url}/notice.json">Angaben als Datei (JSON)</a>
        ${notice.photos.length > 0 ? html`<a class="button" href="${notice.view.url}/photos.zip">Alle Fotos (ZIP)</a>` : ''}</p>
      </header>
      <div class="columns">
        ${section('Überblick', overview)}
        ${section('Kunde', contactFacts(customerOf(notice), 'de'))}
        ${section('Fahrzeug', vehicleFacts(notice.vehicle as ReportContent['vehicle'], 'de'))}
        ${section('Versicherung', insuranceFacts(notice.insurance as ReportContent['insurance'], 'de'))}
      </div>
      ${section('Schaden', notice.answers.map(({ label, display }) => ({ label, value: display })))}
      ${notice.damages.length > 0 ? section('Markierte Schäden', notice.damages.map(({ number, partLabel, kindLabel, sizeLabel, note }) => ({ label: `${number}. ${partLabel}`, value: [`${kindLabel}, ${sizeLabel.charAt(0).toLowerCase()}${sizeLabel.slice(1)}`, note].filter(Boolean).join('\n') }))) : ''}
      ${notice.photos.length > 0 ? photos(notice) : html`<section><h2>Fotos</h2><p>Zu dieser Meldung gibt es keine Fotos.</p></section>`}
    </main>
  </body>
</html>`;
}

/** With the number as people read it. */
function customerOf({ customer }: PartnerNotice): ReportContent['reporter'] {
  return { ...(customer as ReportContent['reporter']), phoneDisplay: customer.phone && displayPhone(customer.phone) };
}

function section(title: string, facts: Facts) {
  return html`<section><h2>${title}</h2><dl>${facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl></section>`;
}

function photos({ photos: all, view }: PartnerNotice) {
  return html`<section><h2>Fotos</h2><ul class="photos">${all.map(
    ({ id, shot, url }) => html`<li><a href="${view.url}/pictures/${id}"><img src="${view.url}/pictures/${id}" alt="${shot}" loading="lazy"></a><span>${shot}</span> <a href="${url}" download>Original</a></li>`,
  )}</ul></section>`;
}
