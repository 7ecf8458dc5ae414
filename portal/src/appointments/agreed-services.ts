import { msg, str } from '@lit/localize';
import type { AgreedServices, WishedServices } from '@meldewerk/contract/appointment';
import type { ReportDetail } from '@meldewerk/contract/report';
import { css, html, nothing } from 'lit';
import { carKindLabel, euros } from '../appointment-words.ts';
import { formatDay } from '../format.ts';

/** What was promised beside the date, as people read it. */
export function agreedServiceLines(services: AgreedServices | null): { icon: string; title: string; text: string }[] {
  if (!services) return [];
  const { pickUp, bringBack, replacementCar, coverLimits, note } = services;
  return [
    ...(pickUp ? [{ icon: 'car', title: msg('Abholung', { id: 'services.pickUp' }), text: [pickUp.at, pickUp.address].filter(Boolean).join(', ') }] : []),
    ...(bringBack ? [{ icon: 'car', title: msg('Bringen', { id: 'services.bringBack' }), text: [bringBack.at, bringBack.address].filter(Boolean).join(', ') }] : []),
    ...(replacementCar ? [{ icon: 'key', title: carKindLabel(replacementCar.kind), text: carText(replacementCar) }] : []),
    ...coverLimits.map(({ label, amountCents }) => ({ icon: 'shield', title: label, text: amountCents === null ? '' : msg(str`bis ${euros(amountCents)}`, { id: 'services.upTo' }) })),
    ...(note ? [{ icon: 'info', title: note, text: '' }] : []),
  ];
}

export function agreedServiceList(services: AgreedServices | null) {
  const lines = agreedServiceLines(services);
  if (lines.length === 0) return nothing;
  return html`<ul class="agreed">${lines.map(({ icon, title, text }) => html`<li><wa-icon name=${icon}></wa-icon><span><strong>${title}</strong>${text ? html` <span class="quiet">${text}</span>` : nothing}</span></li>`)}</ul>`;
}

/** What is agreed when the workshop takes over what the customer wished; what stands already stays. */
export function withWished(agreed: AgreedServices | null, wished: WishedServices, address: string): AgreedServices {
  const before = agreed ?? noServices;
  const place = { address: address || undefined, at: undefined };
  return {
    ...before,
    pickUp: before.pickUp ?? (wished.pickUp ? place : null),
    bringBack: before.bringBack ?? (wished.bringBack ? place : null),
    replacementCar: before.replacementCar ?? (wished.replacementCar ? { kind: 'courtesyCar', vehicleClass: wished.replacementCarNeeds?.slice(0, 80), from: null, to: null, paidBy: undefined } : null),
  };
}

/** Whether a wish is not among what is agreed. */
export function isUnmet(agreed: AgreedServices | null, wished: WishedServices | null): boolean {
  if (!wished) return false;
  return (['pickUp', 'bringBack', 'replacementCar'] as const).some((service) => wished[service] && !agreed?.[service]);
}

/** Where the customer's vehicle is most likely to be fetched from, and brought to. */
export function addressOf({ reporter }: ReportDetail): string {
  return [reporter.street, [reporter.postalCode, reporter.city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}

export const noServices: AgreedServices = { pickUp: null, bringBack: null, replacementCar: null, coverLimits: [], note: undefined };

function carText({ vehicleClass, from, to, paidBy }: NonNullable<AgreedServices['replacementCar']>): string {
  const time = from && to ? `${formatDay(from)} – ${formatDay(to)}` : from ? msg(str`ab ${formatDay(from)}`, { id: 'services.fromDay' }) : to ? msg(str`bis ${formatDay(to)}`, { id: 'services.toDay' }) : '';
  return [vehicleClass, time, paidBy && msg(str`zahlt ${paidBy}`, { id: 'services.paidByText' })].filter(Boolean).join(' · ');
}

export const agreedStyles = css`
  .agreed { display: grid; gap: 0.3rem; }
  .agreed li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.5rem; align-items: baseline; overflow-wrap: anywhere; }
  .agreed wa-icon { color: var(--wa-color-text-quiet); }
  .agreed strong { font-weight: 600; }
`;
