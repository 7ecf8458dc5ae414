import { msg, str } from '@lit/localize';
import type { MandateText } from '@meldewerk/contract/billing';
import { css, html } from 'lit';

/** All the words of the mandate, right above the button that gives it. */
export function mandateWords(text: MandateText, button: string) {
  return html`
    <div class="words" lang=${text.language}>
      <h3>${text.heading}</h3>
      ${text.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
    </div>
    <p class="click">${msg(str`Mit Klick auf „${button}“ erteilen Sie das Mandat mit diesem Text.`, { id: 'words.click' })}</p>
  `;
}

export const mandateWordsStyles = css`
  .words { display: grid; gap: 0.6rem; padding: 1rem 1.1rem; border: 1px solid var(--wa-color-surface-border); border-radius: 10px; background: var(--wa-color-surface-lowered); font-size: var(--wa-font-size-s); line-height: 1.5; overflow-wrap: anywhere; }
  .words h3 { font-size: 0.95rem; }
  .click { font-size: var(--wa-font-size-s); font-weight: 550; }
`;
