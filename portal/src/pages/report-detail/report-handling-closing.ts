import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str } from '@lit/localize';
import { closedStatuses, isClosed, settableStatuses, type Handling, type ReportStatus } from '@meldewerk/contract/handling';
import type { ReportDetail } from '@meldewerk/contract/report';
import { confirmAction } from '@meldewerk/shell/confirm';
import { html, render } from 'lit';
import { formatMomentWithin } from '../../format.ts';
import { statusText } from '../../workflow.ts';

type Settable = (typeof settableStatuses)[number];

/** Asks where closing the report would lose something: always before it is cancelled, else when something is still open. */
export async function mayClose(report: ReportDetail, status: Settable, timeZone: string): Promise<boolean> {
  if (!isClosed(status)) return true;
  const open = whatIsOpen(report, timeZone);
  if (status !== 'cancelled' && open.length === 0) return true;
  const label = statusText(status);
  const told = status === 'cancelled' ? [msg('Die Meldung verlässt die offene Liste, und der Kunde liest auf seiner Seite, dass der Vorgang storniert ist.', { id: 'handling.cancelText' })] : [];
  return confirmAction({
    title: status === 'cancelled' ? msg('Meldung stornieren?', { id: 'handling.cancelTitle' }) : msg('Trotzdem abschließen?', { id: 'handling.completeTitle' }),
    text: [...told, ...(open.length > 0 ? [[msg('Noch offen:', { id: 'handling.open' }), ...open.map((what) => `– ${what}`)].join('\n')] : [])].join('\n\n'),
    action: status === 'cancelled' ? msg('Stornieren', { id: 'handling.cancel' }) : msg(str`Auf „${label}“ setzen`, { id: 'handling.setTo' }),
  });
}

/** What nobody would look after any more. */
function whatIsOpen({ forms, appointments, missingItems, approvals }: ReportDetail, timeZone: string): string[] {
  const unsigned = forms.filter(({ state, needsWorkshopSignature }) => state === 'open' || (state === 'signedByCustomer' && needsWorkshopSignature));
  const { confirmed, turn } = appointments;
  return [
    ...unsigned.map(({ title }) => msg(str`Unterschrift auf „${title}“`, { id: 'handling.openForm' })),
    ...(confirmed && new Date(confirmed.startsAt) > new Date() ? [msg(str`Termin ${formatMomentWithin(confirmed.startsAt, timeZone)}`, { id: 'handling.openAppointment' })] : []),
    ...(turn === 'staff' ? [msg('Der Kunde wartet auf eine Antwort zum Termin', { id: 'handling.openWishes' })] : []),
    ...(turn === 'customer' ? [msg('Terminvorschlag ohne Antwort', { id: 'handling.openProposal' })] : []),
    ...(missingItems.requests.some(({ state }) => state === 'open') ? [msg('Angefordertes, das noch fehlt', { id: 'handling.openItems' })] : []),
    ...(approvals.some(({ state }) => state === 'open') ? [msg('Freigabe ohne Antwort des Kunden', { id: 'handling.openApproval' })] : []),
  ];
}

/** Where it stood before it was closed, as far as the history tells. */
export function statusBeforeClosing({ events }: Pick<ReportDetail, 'events'>): Settable {
  const closing = events.findLast(({ type, data }) => type === 'statusChanged' && isClosed(data['to'] as ReportStatus) && !isClosed(data['from'] as ReportStatus));
  return settableStatuses.find((status) => status === closing?.data['from']) ?? 'inReview';
}

/** Where to, and why: both are asked before a closed report is opened again. Null when it stays closed. */
export async function askReopening(wanted: Settable, { status: closed }: Pick<Handling, 'status'>): Promise<{ status: Settable; note: string } | null> {
  await import('@awesome.me/webawesome/dist/components/dialog/dialog.js');
  const place = document.body.appendChild(document.createElement('div'));
  const open = settableStatuses.filter((status) => !(closedStatuses as readonly string[]).includes(status));
  return new Promise((resolve) => {
    let answer: { status: Settable; note: string } | null = null;
    const close = () => {
      const dialog = place.querySelector('wa-dialog');
      if (dialog) dialog.open = false;
    };
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const form = event.currentTarget as HTMLFormElement;
      const note = form.querySelector('textarea')?.value.trim() ?? '';
      const status = open.find((known) => known === form.querySelector('select')?.value) ?? wanted;
      if (!note) return form.querySelector('textarea')?.focus();
      answer = { status, note };
      close();
    };
    const finish = () => {
      place.remove();
      resolve(answer);
    };
    render(
      html`
        <wa-dialog label=${msg('Wieder öffnen', { id: 'handling.reopenTitle' })} open @wa-after-hide=${finish}>
          <form id="reopening" class="dialog-form" @submit=${submit} novalidate>
            <p class="dialog-text">${msg(str`Die Meldung steht auf „${statusText(closed)}“ und kommt zurück in die offene Liste.`, { id: 'handling.reopenText' })}</p>
            <label for="reopen-status">${msg('Neuer Status', { id: 'handling.reopenStatus' })}</label>
            <select id="reopen-status">${open.map((status) => html`<option value=${status} ?selected=${status === wanted}>${statusText(status)}</option>`)}</select>
            <label for="reopen-note">${msg('Warum? Steht als interne Notiz an der Meldung.', { id: 'handling.reopenNote' })}</label>
            <textarea id="reopen-note" rows="3" maxlength="2000" required autofocus></textarea>
          </form>
          <wa-button slot="footer" appearance="outlined" @click=${close}>${msg('Abbrechen', { id: 'dialog.cancel' })}</wa-button>
          <wa-button slot="footer" variant="brand" @click=${() => place.querySelector('form')?.requestSubmit()}>${msg('Wieder öffnen', { id: 'handling.reopenTitle' })}</wa-button>
        </wa-dialog>
      `,
      place,
    );
  });
}
