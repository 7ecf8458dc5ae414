import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/divider/divider.js';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import '@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js';
import { msg, str } from '@lit/localize';
import { isClosed, reportStatuses, settableStatuses, type Handling } from '@meldewerk/contract/handling';
import { css, html, nothing, unsafeCSS } from 'lit';
import { formatMomentWithin } from '../../format.ts';
import { nextStatus, statusText, subStatusesOf } from '../../workflow.ts';

export type Settable = (typeof settableStatuses)[number];
export type WantedStatus = { status: Settable; subStatus: string | null };

type Shown = { handling: Handling; timeZone: string; mayEdit: boolean; busy: boolean; onChoose: (wanted: WantedStatus) => void; onReopen: () => void };

/** Where it stands and since when, where it usually goes next as one button, and every other way in a menu. */
export function statusPart({ handling, timeZone, mayEdit, busy, onChoose, onReopen }: Shown) {
  const { status, subStatus, statusSince } = handling;
  const since = formatMomentWithin(statusSince, timeZone);
  const shown = html`<span class="visually-hidden">${msg('Status:', { id: 'handling.statusNow' })}</span>${statusText(status, subStatus)}`;
  const fine = subStatus && subStatusesOf(status).some(({ id }) => id === subStatus);
  return html`
    <div class="stand">
      ${mayEdit ? statusMenu(handling, shown, onChoose) : html`<span class="pill ${status}">${shown}</span>`}
      <span class="quiet since">${fine ? msg(str`${statusText(status)}, seit ${since}`, { id: 'handling.sinceWithin' }) : msg(str`seit ${since}`, { id: 'handling.since' })}</span>
    </div>
    ${mayEdit ? html`<div class="onward">${onwardButton(handling, busy, onChoose, onReopen)}</div>` : nothing}
  `;
}

function onwardButton({ status }: Handling, busy: boolean, onChoose: Shown['onChoose'], onReopen: Shown['onReopen']) {
  if (isClosed(status)) return html`<wa-button appearance="outlined" ?loading=${busy} @click=${onReopen}><wa-icon slot="start" name="undo"></wa-icon>${msg('Wieder öffnen …', { id: 'handling.reopen' })}</wa-button>`;
  const next = settableStatuses.find((known) => known === nextStatus(status));
  if (!next) return nothing;
  return html`<wa-button class="next" variant="brand" ?loading=${busy} @click=${() => onChoose({ status: next, subStatus: null })}>
    ${msg(str`Weiter: ${statusText(next)}`, { id: 'handling.next' })}<wa-icon slot="end" name="arrow-right"></wa-icon>
  </wa-button>`;
}

function statusMenu({ status, subStatus }: Handling, shown: unknown, onChoose: Shown['onChoose']) {
  const choose = (event: CustomEvent<{ item: { value: string } }>) => {
    const [wanted, finer = null] = event.detail.item.value.split('/');
    const chosen = settableStatuses.find((known) => known === wanted);
    if (chosen && (chosen !== status || finer !== subStatus)) onChoose({ status: chosen, subStatus: finer });
  };
  const item = (value: string, css: string, label: string, current: boolean) => html`
    <wa-dropdown-item class=${css.startsWith('finer') ? 'finer' : ''} value=${value} aria-current=${current ? 'true' : 'false'}>
      <span class="status ${css}">${label}</span>${current ? html`<wa-icon slot="details" name="check" label=${msg('jetzt', { id: 'handling.current' })}></wa-icon>` : nothing}
    </wa-dropdown-item>`;
  return html`
    <wa-dropdown class="status-menu" placement="bottom-start" @wa-select=${choose}>
      <button slot="trigger" type="button" class="pill ${status}" aria-haspopup="menu" title=${msg('Status ändern', { id: 'handling.changeStatus' })}>${shown}<wa-icon name="chevron-down"></wa-icon></button>
      ${settableStatuses.map((known) => html`
        ${known === 'completed' ? html`<wa-divider></wa-divider>` : nothing}
        ${item(known, known, statusText(known), known === status && subStatus === null)}
        ${subStatusesOf(known).map(({ id, label }) => item(`${known}/${id}`, `finer ${known}`, label, known === status && id === subStatus))}`)}
    </wa-dropdown>
  `;
}

/** Solid, with text that can be read on it whatever colour the workshop chose. */
export const pillStyles = css`
  .pill { display: inline-flex; align-items: center; gap: 0.5rem; max-width: 100%; padding: 0.3rem 0.85rem; border: 1px solid color-mix(in srgb, var(--tone) 80%, #000); border-radius: 999px; background: var(--tone); color: var(--on-tone); font: inherit; font-weight: 600; line-height: 1.5; text-align: start; overflow-wrap: anywhere; }
  button.pill { min-height: 2.5rem; cursor: pointer; }
  ${unsafeCSS(reportStatuses.map((status) => `.pill.${status} { --tone: var(--status-${status}); --on-tone: var(--status-${status}-text); }`).join('\n'))}
`;

export const statusPartStyles = css`
  .stand { display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 0.75rem; min-width: 0; }
  .since { font-size: var(--wa-font-size-s); }
  wa-dropdown-item.finer { --dot: transparent; padding-inline-start: 2.4rem; }
  wa-dropdown-item.finer .status::before { display: none; }
`;
