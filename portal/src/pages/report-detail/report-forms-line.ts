import { msg, str } from '@lit/localize';
import type { ReportDetail } from '@meldewerk/contract/report';
import { css, html, nothing } from 'lit';
import { dayOf, formatDay, formatMomentWithin } from '../../format.ts';
import { mark } from '../forms/form-marks.ts';
import { withdrawalState } from './withdrawal-clock.ts';

/** Near the top of a report: forms, notice and clock at one look. Nothing where there is nothing to say. */
export function reportFormsLine({ forms, withdrawal }: ReportDetail, timeZone: string) {
  if (forms.length === 0 && !withdrawal) return nothing;
  const signed = forms.filter(({ state }) => state !== 'open').length;
  const ours = forms.filter(({ state, needsWorkshopSignature }) => state === 'signedByCustomer' && needsWorkshopSignature).length;
  const state = withdrawalState(withdrawal);
  const endsOn = withdrawal?.endsAt ? formatDay(dayOf(new Date(withdrawal.endsAt), timeZone)) : '';
  return html`
    <p class="forms-line">
      ${state === 'declared' && withdrawal?.declaration ? mark('danger', 'error', msg(str`Widerrufen ${formatMomentWithin(withdrawal.declaration.declaredAt, timeZone)}`, { id: 'formsLine.declared' })) : nothing}
      ${forms.length > 0 ? mark(signed === forms.length ? 'success' : 'quiet', signed === forms.length ? 'check' : 'file', msg(str`Formulare ${signed}/${forms.length} unterschrieben`, { id: 'formsLine.signed' })) : nothing}
      ${ours > 0 ? mark('warning', 'signature', msg('Ihre Unterschrift fehlt', { id: 'reportForms.yoursMissing' })) : nothing}
      ${withdrawal ? noticeMark(withdrawal.noticeReceivedAt !== null) : nothing}
      ${state === 'running' ? mark('quiet', 'clock', msg(str`Widerruf bis ${endsOn}`, { id: 'formsLine.until' })) : nothing}
    </p>
  `;
}

function noticeMark(received: boolean) {
  return received ? mark('success', 'check', msg('Widerrufsbelehrung', { id: 'formsLine.notice' })) : mark('quiet', 'clock', msg('Widerrufsbelehrung offen', { id: 'formsLine.noticeOpen' }));
}

export const formsLineStyles = css`
  .forms-line { display: flex; flex-wrap: wrap; gap: 0.35rem 0.45rem; margin-top: 0.65rem; }
`;
