import { msg, str } from '@lit/localize';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ProblemCode } from '@meldewerk/contract/problem';
import type { StepHost } from '../step.ts';
import type { LinkController } from './link-controller.ts';
import type { Trouble } from './trouble-of.ts';

/** Whether a new link was asked for, and what came of it; `why` is null when no answer came. */
export type Renewal = { state: 'idle' | 'asking' | 'asked' } | { state: 'failed'; why: ProblemCode | null };

/** A link that does not open: why, and the ways on. What was typed here before stays on the device. */
export function renderTrouble(link: Pick<LinkController, 'trouble' | 'renewal' | 'renew'>, host: StepHost): TemplateResult {
  const { trouble, renewal } = link;
  if (trouble === null) return html``;
  const { site } = host;
  const asked = trouble === 'expired' && renewal.state === 'asked';
  return html`<div class="failure" part="step">
    <svg viewBox="0 0 48 48" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      ${asked ? svg`<path class="tint" d="M6 12h36v25H6z"/><path d="M6 13l18 14 18-14"/>` : svg`<path class="tint" d="M20 29l-4 4a6.4 6.4 0 0 1-9-9l6-6a6.4 6.4 0 0 1 9 0M28 19l4-4a6.4 6.4 0 0 1 9 9l-6 6a6.4 6.4 0 0 1-9 0"/><path d="M19 12l-2-5M29 36l2 5"/>`}
    </svg>
    <h2 id="heading" part="heading" tabindex="-1">${asked ? msg('Ein neuer Link ist unterwegs', { id: 'link.renewed' }) : headingOf(trouble)}</h2>
    ${asked ? renderAsked() : html`<p class="explanation">${sentenceOf(trouble)}</p>`}
    ${host.drafts.draft.link ? html`<p class="explanation">${msg('Was Sie hier eingegeben haben, ist auf diesem Gerät gesichert.', { id: 'link.kept' })}</p>` : nothing}
    <div aria-live="polite">${renewal.state === 'failed' ? html`<p class="explanation"><strong>${whyNot(renewal.why)}</strong></p>` : nothing}</div>
    ${trouble === 'expired' && !asked
      ? html`<button type="button" class="button primary" part="primary-button" aria-disabled=${renewal.state === 'asking' ? 'true' : 'false'} @click=${() => ask(link)}>
          ${renewal.state === 'asking' ? msg('Wird angefordert …', { id: 'link.asking' }) : msg('Neuen Link schicken', { id: 'link.renew' })}</button>`
      : nothing}
    <a class="button" href=${`tel:${site.phone.replace(/[^+\d]/g, '')}`}>${msg(str`${site.phone} anrufen`, { id: 'frame.call' })}</a>
    ${asked ? nothing : html`<a class="button" href="/">${msg('Ohne Link melden', { id: 'link.without' })}</a>`}
  </div>`;
}

function renderAsked(): TemplateResult {
  return html`<p class="explanation">${msg('Er kommt als SMS oder E-Mail dorthin, wo die Werkstatt Sie erreicht. Das kann ein paar Minuten dauern.', { id: 'link.renewedWhere' })}</p>
    <p class="explanation">${msg('Öffnen Sie ihn auf diesem Gerät: Dann machen Sie da weiter, wo Sie aufgehört haben.', { id: 'link.renewedHere' })}</p>`;
}

function ask(link: Pick<LinkController, 'renewal' | 'renew'>): void {
  if (link.renewal.state !== 'asking') void link.renew();
}

function headingOf(trouble: Trouble): string {
  switch (trouble) {
    case 'unknown':
      return msg('Diesen Link kennen wir nicht', { id: 'link.unknown' });
    case 'expired':
      return msg('Dieser Link ist abgelaufen', { id: 'link.expired' });
    case 'withdrawn':
      return msg('Dieser Link gilt nicht mehr', { id: 'link.withdrawn' });
  }
}

function sentenceOf(trouble: Trouble): string {
  switch (trouble) {
    case 'unknown':
      return msg('Vielleicht fehlt am Ende ein Stück. Öffnen Sie ihn bitte noch einmal direkt aus der SMS oder E-Mail.', { id: 'link.unknownHint' });
    case 'expired':
      return msg('Zu Ihrer Sicherheit gilt er nur eine bestimmte Zeit. Wir schicken Ihnen gern einen neuen.', { id: 'link.expiredHint' });
    case 'withdrawn':
      return msg('Die Werkstatt hat ihn zurückgezogen oder durch einen neuen ersetzt. Wenn Sie mehrere bekommen haben, öffnen Sie bitte den neuesten.', { id: 'link.withdrawnHint' });
  }
}

function whyNot(why: ProblemCode | null): string {
  if (why === 'alreadySubmitted') return msg('Diese Meldung ist schon gesendet. Die Werkstatt hat alles.', { id: 'link.renewalNotNeeded' });
  if (why === 'tooManyRequests') return msg('Ein neuer Link wurde gerade schon angefordert. Bitte sehen Sie in Ihren Nachrichten nach, oder versuchen Sie es später noch einmal.', { id: 'link.renewalTooOften' });
  if (why) return msg('Wir können Ihnen gerade keinen Link schicken. Bitte rufen Sie in der Werkstatt an.', { id: 'link.renewalImpossible' });
  return msg('Das hat nicht geklappt: Wir haben gerade keine Verbindung. Bitte versuchen Sie es noch einmal.', { id: 'link.renewalFailed' });
}
