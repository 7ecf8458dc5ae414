import { msg } from '@lit/localize';
import type { ReportDetail } from '@meldewerk/contract/report';
import { css, html, nothing, type TemplateResult } from 'lit';
import { formatDay, formatNumber } from '../../format.ts';
import { channelLabel, coverageLabel, driveTypeLabel, partnerKindLabel, reporterRoleLabel, vehicleTypeLabel } from '../../labels.ts';

type Fact = [label: string, value: string | TemplateResult | null | undefined | false];

export function customerSection({ reporter }: ReportDetail) {
  const name = `${reporter.firstName} ${reporter.lastName}`.trim();
  const address = [reporter.street, [reporter.postalCode, reporter.city].filter(Boolean).join(' ')].filter(Boolean);
  return html`
    <section class="card" aria-labelledby="customer">
      <h2 id="customer"><wa-icon name="user"></wa-icon>${msg('Kunde', { id: 'list.customer' })}</h2>
      ${name ? html`<p class="lead-fact" dir="auto">${name}</p>` : reporter.company ? nothing : html`<p class="quiet">${msg('Name noch offen', { id: 'detail.noName' })}</p>`}
      ${reporter.company ? html`<p class=${name ? '' : 'lead-fact'}>${reporter.company}</p>` : nothing}
      ${reporter.role ? html`<p class="quiet">${reporterRoleLabel(reporter.role)}</p>` : nothing}
      <div class="reach">
        ${reporter.phone ? reach('phone', `tel:${reporter.phone}`, reporter.phone, reporter.phoneDisplay, msg('Telefonnummer kopieren', { id: 'detail.copyPhone' })) : nothing}
        ${reporter.email ? reach('mail', `mailto:${reporter.email}`, reporter.email, reporter.email, msg('E-Mail-Adresse kopieren', { id: 'detail.copyEmail' })) : nothing}
      </div>
      ${facts([
        [msg('Bevorzugt', { id: 'detail.preferred' }), reporter.preferredChannel && channelLabel(reporter.preferredChannel)],
        [msg('Anschrift', { id: 'detail.address' }), address.length > 0 && html`${address.map((line) => html`<span class="line" dir="auto">${line}</span>`)}`],
      ])}
    </section>
  `;
}

export function vehicleSection({ vehicle }: ReportDetail) {
  const kind = [vehicle.type && vehicleTypeLabel(vehicle.type), vehicle.driveType && driveTypeLabel(vehicle.driveType)].filter(Boolean).join(', ');
  const type = [vehicle.hsn, vehicle.tsn].filter(Boolean).join(' / ');
  return html`
    <section class="card" aria-labelledby="vehicle">
      <h2 id="vehicle"><wa-icon name="car"></wa-icon>${msg('Fahrzeug', { id: 'detail.vehicle' })}</h2>
      <p class="lead-fact">${vehicle.makeModel ?? msg('Modell nicht angegeben', { id: 'detail.noModel' })}</p>
      ${kind ? html`<p class="quiet">${kind}</p>` : nothing}
      ${facts([
        [msg('Kennzeichen', { id: 'list.plate' }), vehicle.licensePlate && withCopy(vehicle.licensePlate, msg('Kennzeichen kopieren', { id: 'detail.copyPlate' }))],
        [msg('Land', { id: 'detail.country' }), vehicle.plateCountry !== 'D' && vehicle.plateCountry],
        [msg('FIN', { id: 'detail.vin' }), vehicle.vin && withCopy(vehicle.vin, msg('FIN kopieren', { id: 'detail.copyVin' }))],
        [msg('HSN / TSN', { id: 'detail.hsnTsn' }), type],
        [msg('Erstzulassung', { id: 'detail.firstRegistration' }), vehicle.firstRegistration && formatDay(vehicle.firstRegistration)],
        [msg('Kilometerstand', { id: 'detail.odometer' }), vehicle.odometerKm !== undefined && `${formatNumber(vehicle.odometerKm)} km`],
        [msg('Leasing', { id: 'detail.leased' }), vehicle.leased !== undefined && (vehicle.leased ? msg('Ja', { id: 'yes' }) : msg('Nein', { id: 'no' }))],
        [msg('Standort', { id: 'detail.location' }), vehicle.location],
      ])}
    </section>
  `;
}

export function insuranceSection({ insurance }: ReportDetail) {
  return html`
    <section class="card" aria-labelledby="insurance">
      <h2 id="insurance"><wa-icon name="shield"></wa-icon>${msg('Versicherung', { id: 'detail.insurance' })}</h2>
      <p class="lead-fact">${coverageLabel(insurance.coverage)}</p>
      ${facts([
        [msg('Versicherer', { id: 'detail.insurer' }), insurance.insurer],
        [msg('Versicherungsschein-Nr.', { id: 'detail.policyNumber' }).replace('schein-', '\u00adschein-'), insurance.policyNumber && withCopy(insurance.policyNumber, msg('Versicherungsschein-Nr. kopieren', { id: 'detail.copyPolicy' }))],
        [msg('Schadennummer', { id: 'detail.claimNumber' }), insurance.claimNumber && withCopy(insurance.claimNumber, msg('Schadennummer kopieren', { id: 'detail.copyClaim' }))],
      ])}
    </section>
  `;
}

export function partnerSection({ partner }: ReportDetail) {
  if (!partner) return nothing;
  return html`
    <section class="card" aria-labelledby="partner">
      <h2 id="partner"><wa-icon name="briefcase"></wa-icon>${partnerKindLabel(partner.kind)}</h2>
      <p class="lead-fact">${partner.name}</p>
      ${facts([[msg('Auftrag', { id: 'detail.orderNumber' }), partner.orderNumber && withCopy(partner.orderNumber, msg('Auftragsnummer kopieren', { id: 'detail.copyOrder' }))]])}
    </section>
  `;
}

function reach(icon: string, href: string, value: string, text: string | undefined, copyLabel: string) {
  return html`<p><a href=${href}><wa-icon name=${icon}></wa-icon><span>${text ?? value}</span></a><wa-copy-button value=${value} copy-label=${copyLabel}></wa-copy-button></p>`;
}

function withCopy(value: string, copyLabel: string) {
  return html`<span class="copyable">${value}<wa-copy-button value=${value} copy-label=${copyLabel}></wa-copy-button></span>`;
}

export function facts(all: Fact[]) {
  const stated = all.filter(([, value]) => value);
  if (stated.length === 0) return nothing;
  return html`<dl class="facts">${stated.map(([label, value]) => html`<div><dt>${label}</dt><dd dir="auto">${value}</dd></div>`)}</dl>`;
}

export const factStyles = css`
  .lead-fact { font-size: 1.05rem; font-weight: 600; overflow-wrap: anywhere; }
  .reach { display: grid; gap: 0.1rem; margin-top: 0.6rem; }
  .reach p { display: flex; align-items: center; gap: 0.25rem; min-width: 0; }
  .reach a { display: inline-flex; align-items: center; gap: 0.5rem; min-width: 0; min-height: 1.75rem; font-weight: 550; }
  .reach a wa-icon { flex: none; }
  .reach a span { overflow-wrap: anywhere; }
  .facts { display: grid; gap: 0.35rem; margin-top: 0.7rem; padding-top: 0.7rem; border-top: 1px solid var(--wa-color-surface-border); }
  .facts > div { display: grid; grid-template-columns: 6.75rem minmax(0, 1fr); gap: 0.6rem; align-items: baseline; }
  .facts dt { color: var(--wa-color-text-quiet); font-size: var(--wa-font-size-s); hyphens: auto; overflow-wrap: anywhere; }
  .facts dd { overflow-wrap: anywhere; }
  .line { display: block; }
  .copyable { display: inline-flex; align-items: center; gap: 0.1rem; }
  .copyable wa-copy-button { margin-block: -0.3rem; }
  @media (max-width: 24rem) { .facts .copyable { font-size: var(--wa-font-size-s); } }
  @media print { wa-copy-button { display: none; } }
`;
