import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { chooseLanguage, currentLanguage } from '../../locale.ts';

/** The quiet page before anybody is signed in. */
export function frame(content: TemplateResult): TemplateResult {
  const other = currentLanguage() === 'de' ? 'en' : 'de';
  return html`
    <div class="frame">
      <div class="name"><span class="sign"><wa-icon name="board"></wa-icon></span>${msg('Betreiberkonsole', { id: 'console.name' })}</div>
      <section class="card">${content}</section>
      <footer class="quiet">
        <span>${msg('Für alle, die Meldewerk betreiben', { id: 'console.audience' })}</span>
        <button type="button" lang=${other} @click=${() => void chooseLanguage(other)}>${other === 'en' ? 'English' : 'Deutsch'}</button>
      </footer>
    </div>
  `;
}
