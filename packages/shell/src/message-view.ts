import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { css, html, nothing, type TemplateResult } from 'lit';
import { errorNumber } from './error-text.ts';

/** What stands in place of a page that cannot be shown. `error` brings its number to name to us; `actions` are the ways on. */
export type PageMessage = { icon: string; title: string; text: string; error: unknown; actions: TemplateResult };

/** What happened, and the way on. Needs `messageStyles` beside the base styles. */
export function renderMessage({ icon, title, text, error, actions }: PageMessage): TemplateResult {
  const number = errorNumber(error);
  return html`
    <section class="message">
      <wa-icon name=${icon}></wa-icon>
      <h1>${title}</h1>
      <p class="quiet">${text}</p>
      ${number ? html`<p class="quiet number">${number}</p>` : nothing}
      <div class="ways">${actions}</div>
    </section>
  `;
}

export const messageStyles = css`
  .message { display: grid; justify-items: center; align-content: center; gap: 0.75rem; min-height: 60vh; max-width: 30rem; margin: 0 auto; padding: 2rem 1rem; text-align: center; }
  .message wa-icon { font-size: 2rem; color: var(--wa-color-text-quiet); }
  .message h1 { font-size: 1.3rem; }
  .message .number { font-size: var(--wa-font-size-xs); overflow-wrap: anywhere; }
  .message .ways { display: flex; flex-wrap: wrap; justify-content: center; gap: 0.6rem; margin-top: 0.75rem; }
`;
