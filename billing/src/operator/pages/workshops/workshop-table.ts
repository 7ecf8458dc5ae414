import { msg, str } from '@lit/localize';
import type { WorkshopRow } from '@meldewerk/contract/operator';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay, formatMoney } from '../../../browser/format.ts';
import { mark } from '../../../browser/state-words.ts';
import { paths } from '../../router.ts';
import { workshopMark } from '../../words.ts';

const currency = 'EUR';

/** A table at a desk, cards on a phone. The roles are said once more: a table drawn as blocks would not be one any more. */
export function workshopTable(workshops: WorkshopRow[]): TemplateResult {
  const labels = { plan: msg('Tarif', { id: 'nav.plan' }), mrr: msg('Im Monat', { id: 'workshops.mrr' }), open: msg('Offen', { id: 'debit.open' }), next: msg('Als Nächstes', { id: 'workshops.next' }), email: msg('Buchhaltung', { id: 'workshops.email' }) };
  return html`
    <table class="cards" role="table">
      <caption class="visually-hidden">${msg('Werkstätten', { id: 'workshops.title' })}</caption>
      <thead role="rowgroup"><tr role="row">
        <th role="columnheader" scope="col">${msg('Werkstatt', { id: 'workshops.workshop' })}</th>
        <th role="columnheader" scope="col">${msg('Stand', { id: 'workshops.state' })}</th>
        <th role="columnheader" scope="col">${labels.plan}</th>
        <th role="columnheader" scope="col" class="number">${labels.mrr}</th>
        <th role="columnheader" scope="col" class="number">${labels.open}</th>
        <th role="columnheader" scope="col">${labels.next}</th>
        <th role="columnheader" scope="col">${labels.email}</th>
      </tr></thead>
      <tbody role="rowgroup">
        ${workshops.map((workshop) => {
          const { tenantId, name, slug, state, stateSince, planName, quantity, mrrCents, openCents, billingEmail, linksStopped, offline } = workshop;
          const next = nextDate(workshop);
          return html`<tr role="row">
            <td role="cell"><a href=${paths.workshop(tenantId)}><strong>${name}</strong></a><span class="quiet">${slug}</span></td>
            <td role="cell">
              ${workshopMark(state)}${stateSince ? html`<span class="quiet">${msg(str`seit ${formatDay(stateSince)}`, { id: 'workshops.since' })}</span>` : nothing}
              ${linksStopped && state !== 'suspended' ? mark('bad', msg('Neue Links angehalten', { id: 'state.suspended' })) : nothing}
              ${offline ? mark('bad', msg('Vom Netz genommen', { id: 'workshops.offline' })) : nothing}
            </td>
            <td role="cell" data-label=${labels.plan} class=${planName ? '' : 'none'}>${planName ? `${quantity} × ${planName}` : '–'}</td>
            <td role="cell" data-label=${labels.mrr} class="number ${mrrCents ? '' : 'none'}">${mrrCents ? formatMoney(mrrCents, currency) : '–'}</td>
            <td role="cell" data-label=${labels.open} class="number ${openCents ? '' : 'none'}">${openCents ? html`<strong>${formatMoney(openCents, currency)}</strong>` : '–'}</td>
            <td role="cell" data-label=${labels.next} class=${next ? '' : 'none'}>${next ?? '–'}</td>
            <td role="cell" data-label=${labels.email} class=${billingEmail ? '' : 'none'}>${billingEmail ?? '–'}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  `;
}

function nextDate({ state, trialEndsAt, nextBillingAt, invitedAt }: WorkshopRow): string | null {
  if (state === 'setup' && invitedAt) return msg(str`eingeladen am ${formatDay(invitedAt)}`, { id: 'workshops.invited' });
  if (state === 'trial' && trialEndsAt) return msg(str`Testende ${formatDay(trialEndsAt)}`, { id: 'workshops.trialEnds' });
  return nextBillingAt && state !== 'cancelled' ? msg(str`Rechnung ${formatDay(nextBillingAt)}`, { id: 'workshops.billing' }) : null;
}
