import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { AgreedServices } from '@meldewerk/contract/appointment';
import { localeOf } from '@meldewerk/contract/text-in';
import { currentLanguage } from '../language.ts';

/** What was promised beside the date. */
export function renderAgreed({ pickUp, bringBack, replacementCar, coverLimits, note }: AgreedServices): TemplateResult | typeof nothing {
  const rows: [label: string, value: string][] = [
    ...(pickUp ? [[msg('Wir holen das Fahrzeug ab', { id: 'agreed.pickUp' }), joined(pickUp.address, pickUp.at)] as [string, string]] : []),
    ...(bringBack ? [[msg('Wir bringen es zurück', { id: 'agreed.bringBack' }), joined(bringBack.address, bringBack.at)] as [string, string]] : []),
    ...(replacementCar ? [[replacementCar.kind === 'courtesyCar' ? msg('Werkstattersatzwagen', { id: 'agreed.courtesyCar' }) : msg('Mietwagen', { id: 'agreed.rentalCar' }), joined(replacementCar.vehicleClass, spanOf(replacementCar), replacementCar.paidBy && msg(str`bezahlt: ${replacementCar.paidBy}`, { id: 'agreed.paidBy' }))] as [string, string]] : []),
    ...coverLimits.map(({ label, amountCents }): [string, string] => [label, amountCents === null ? '' : amountOf(amountCents)]),
    ...(note ? [[msg('Dazu', { id: 'agreed.note' }), note] as [string, string]] : []),
  ];
  if (rows.length === 0) return nothing;
  return html`<h3>${msg('Mit Ihnen vereinbart', { id: 'agreed.heading' })}</h3>
    <dl class="agreed">${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>`;
}

function joined(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}

function spanOf({ from, to }: { from: string | null; to: string | null }): string {
  const day = (text: string) => new Intl.DateTimeFormat(localeOf(currentLanguage()), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`));
  return [from && day(from), to && day(to)].filter(Boolean).join(' – ');
}

function amountOf(cents: number): string {
  return new Intl.NumberFormat(localeOf(currentLanguage()), { style: 'currency', currency: 'EUR' }).format(cents / 100);
}
