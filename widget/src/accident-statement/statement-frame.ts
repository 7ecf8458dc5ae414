import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { partOf, stepTitle, type StatementStep } from './statement-steps.ts';
import type { StatementSync } from './statement-sync.ts';

/** How far it is, whose side this is, and what the other one does meanwhile. */
export function renderStatementProgress(sync: StatementSync, steps: readonly StatementStep[], step: StatementStep): TemplateResult {
  const at = steps.indexOf(step);
  const side = partOf(step)?.side;
  return html`<nav class="progress" part="progress" aria-label=${msg('Fortschritt', { id: 'frame.progress' })}>
      <ol>${steps.map((other, index) => html`<li class=${index < at ? 'done' : index === at ? 'now' : ''} aria-current=${index === at ? 'step' : nothing}><span class="bar"></span><span class="unseen">${stepTitle(other)}</span></li>`)}</ol>
      <p class="count always">${msg(str`Schritt ${at + 1} von ${steps.length}: ${stepTitle(step)}`, { id: 'frame.count' })}</p>
    </nav>
    <p class="status-line">${side ? html`<span class="whose ${side}">${side === 'a' ? msg('Seite A (blau)', { id: 'accident.sideA' }) : msg('Seite B (gelb)', { id: 'accident.sideB' })}</span>` : nothing}
      ${sync.offline ? html`<span class="whose" role="status">${msg('Kein Netz: auf dem Gerät gesichert', { id: 'accident.offlineShort' })}</span>` : sync.paired && step !== 'start' ? html`<span class="whose">${otherWords(sync)}</span>` : nothing}</p>`;
}

function otherWords({ stored }: StatementSync): string {
  const other = stored.side === 'a' ? 'b' : 'a';
  const name = other.toUpperCase();
  return stored.state?.ready[other] ? msg(str`${name} ist fertig`, { id: 'accident.otherReady' }) : msg(str`${name} füllt noch aus`, { id: 'accident.otherWrites' });
}

export function renderHandover(): TemplateResult {
  return html`<div class="handover"><span class="mark a" aria-hidden="true">A</span><svg viewBox="0 0 48 24" width="72" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M4 12h38M34 4l8 8-8 8"/></svg><span class="mark b" aria-hidden="true">B</span></div>`;
}

/** The address leads to nothing: a code that is used or over, or a statement whose time is. */
export function renderStatementEnd(trouble: 'gone' | 'over', isCode: boolean): TemplateResult {
  const [title, sentence] = isCode
    ? [trouble === 'over' ? msg('Dieser Code ist abgelaufen', { id: 'accident.over' }) : msg('Dieser Code gilt nicht mehr', { id: 'accident.gone' }), msg('Ein Code gilt zehn Minuten und nur für ein Telefon. Lassen Sie sich auf dem anderen Telefon einen neuen zeigen.', { id: 'accident.goneHint' })]
    : [msg('Diesen Unfallbericht gibt es hier nicht mehr', { id: 'accident.ended' }), msg('Fertige Berichte lassen sich 30 Tage lang laden. Vielleicht wurde dieses Telefon auch auf dem anderen getrennt; dann lassen Sie sich dort einen neuen Code zeigen.', { id: 'accident.endedHint' })];
  return html`<div class="failure" part="step">
    <h2 id="heading" part="heading" tabindex="-1">${title}</h2>
    <p class="explanation">${sentence}</p>
    <a class="button primary" href="/u">${msg('Neuen Unfallbericht beginnen', { id: 'accident.new' })}</a>
    <a class="button" href="/">${msg('Zur Schadenmeldung', { id: 'accident.home' })}</a>
  </div>`;
}
