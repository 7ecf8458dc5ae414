import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/callout/callout.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import { msg } from '@lit/localize';
import type { Site } from '@meldewerk/contract/tenant';
import { base, card } from '@meldewerk/shell/styles';
import { css, html, type TemplateResult } from 'lit';
import { chooseLanguage, currentLanguage } from '../../locale.ts';
import { markStyles, workshopMark } from '../../shell/workshop-mark.ts';

/** The quiet page around sign-in and passwords. */
export function accountFrame(site: Site | undefined, content: TemplateResult): TemplateResult {
  const other = currentLanguage() === 'de' ? 'en' : 'de';
  return html`
    <div class="frame">
      <div class="workshop">${workshopMark(site)}</div>
      <section class="card">${content}</section>
      <footer class="quiet">
        <span>${msg('Portal für Mitarbeiter der Werkstatt', { id: 'account.audience' })}</span>
        <button type="button" lang=${other} @click=${() => void chooseLanguage(other)}>${other === 'en' ? 'English' : 'Deutsch'}</button>
      </footer>
    </div>
  `;
}

export const accountStyles = [
  base,
  card,
  markStyles,
  css`
    .frame { display: grid; align-content: center; justify-items: stretch; gap: 1.25rem; width: min(26rem, 100% - 2rem); min-height: 100dvh; margin: 0 auto; padding: 2rem 0 12vh; }
    .workshop { display: flex; align-items: center; gap: 0.7rem; min-height: 2.25rem; font-weight: 650; letter-spacing: -0.011em; }
    .card { padding: clamp(1.25rem, 5vw, 2rem); }
    h1 { font-size: 1.35rem; }
    .lead { margin-top: 0.4rem; }
    form { display: grid; gap: 1rem; margin-top: 1.4rem; }
    wa-callout { font-size: var(--wa-font-size-s); }
    .callout { margin-top: 1rem; }
    .aside { margin-top: 1.1rem; font-size: var(--wa-font-size-s); }
    footer { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; font-size: var(--wa-font-size-xs); }
    footer button { padding: 0.25rem 0; border: 0; background: none; color: inherit; font: inherit; text-decoration: underline; text-underline-offset: 0.2em; cursor: pointer; }
  `,
];

export function problemCallout(text: string): TemplateResult {
  return html`<div role="alert"><wa-callout variant="danger" size="s"><wa-icon slot="icon" name="error"></wa-icon>${text}</wa-callout></div>`;
}
