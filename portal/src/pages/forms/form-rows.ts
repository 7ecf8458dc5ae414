import { msg, str } from '@lit/localize';
import type { FormSummary } from '@meldewerk/contract/form';
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { paths } from '../../router.ts';
import { formCasesText, formKindLabel, validityText } from './form-labels.ts';
import { formMarks } from './form-marks.ts';

type Rows = { mayEdit: boolean; busy: string | undefined; onRetire: (form: FormSummary) => void; onBringBack: (form: FormSummary) => void };

export function formRows(label: string, forms: FormSummary[], rows: Rows) {
  return html`<ul class="forms card" aria-label=${label}>${repeat(forms, ({ id }) => id, (form) => formRow(form, rows))}</ul>`;
}

function formRow(form: FormSummary, { mayEdit, busy, onRetire, onBringBack }: Rows) {
  return html`
    <li class=${form.retired ? 'retired' : ''}>
      <div class="what">
        <a href=${paths.form(form.id)}>${form.title}</a>
        <span class="quiet">${formKindLabel(form.kind)} · ${form.source === 'pdf' ? msg(str`PDF, ${form.pageCount ?? 1} Seiten`, { id: 'forms.pdf' }) : msg('Text', { id: 'forms.text' })}${form.language === 'en' ? html` · ${msg('Englisch', { id: 'forms.english' })}` : nothing}</span>
        ${formMarks(form)}
      </div>
      <dl>
        <div><dt>${msg('Für', { id: 'forms.cases' })}</dt><dd>${formCasesText(form.cases)}</dd></div>
        <div><dt>${msg('Gültig', { id: 'forms.validity' })}</dt><dd>${validityText(form)}</dd></div>
        <div><dt>${msg('Fassung', { id: 'forms.version' })}</dt><dd>${form.version}</dd></div>
      </dl>
      ${mayEdit
        ? html`<wa-button size="s" appearance="outlined" ?loading=${busy === form.id} @click=${() => (form.retired ? onBringBack(form) : onRetire(form))}>
            ${form.retired ? msg('Zurückholen', { id: 'forms.bringBack' }) : msg('Zurückziehen', { id: 'forms.retire' })}<span class="visually-hidden"> ${form.title}</span>
          </wa-button>`
        : nothing}
    </li>
  `;
}

export const formRowStyles = css`
  .forms li { position: relative; display: grid; grid-template-columns: minmax(0, 1.3fr) minmax(0, 1fr) auto; gap: 0.5rem 1.5rem; align-items: center; padding: 0.8rem 1rem; border-top: 1px solid var(--wa-color-surface-border); }
  .forms li:first-child { border-top: 0; }
  .forms li:hover { background: color-mix(in oklab, var(--wa-color-brand-50) 4%, var(--wa-color-surface-default)); }
  .what { display: grid; justify-items: start; gap: 0.2rem; min-width: 0; }
  .what > a { color: inherit; font-weight: 600; text-decoration: none; overflow-wrap: anywhere; }
  .what > a::after { content: ''; position: absolute; inset: 0; }
  .what > a:hover { text-decoration: underline; }
  .what > span.quiet { font-size: var(--wa-font-size-s); }
  .retired .what > a { color: var(--wa-color-text-quiet); }
  .forms dl { display: grid; gap: 0.1rem; font-size: var(--wa-font-size-s); }
  .forms dl > div { display: grid; grid-template-columns: 4rem minmax(0, 1fr); gap: 0.6rem; }
  .forms dt { color: var(--wa-color-text-quiet); }
  .forms wa-button { position: relative; z-index: 1; }
  @media (max-width: 50rem) {
    .forms li { grid-template-columns: minmax(0, 1fr); }
    .forms wa-button { justify-self: start; margin-top: 0.25rem; }
  }
`;
