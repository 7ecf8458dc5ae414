import { msg } from '@lit/localize';
import type { FormSummary } from '@meldewerk/contract/form';
import { css, html, nothing } from 'lit';

type Marked = Pick<FormSummary, 'isSample' | 'needsWorkshopSignature' | 'concludesContract' | 'retired'> & { validity?: FormSummary['validity'] };

/** What one has to know of a form before using it, as small marks; the words say it, the colour helps. */
export function formMarks(form: Marked) {
  return html`
    <span class="marks">
      ${form.retired ? mark('quiet', 'archive', msg('Zurückgezogen', { id: 'formMark.retired' })) : nothing}
      ${form.validity === 'outdated' ? mark('danger', 'warning', msg('Gilt nicht mehr', { id: 'formMark.outdated' })) : nothing}
      ${form.validity === 'notYet' ? mark('warning', 'clock', msg('Gilt noch nicht', { id: 'formMark.notYet' })) : nothing}
      ${form.isSample ? mark('warning', 'info', msg('Muster – prüfen', { id: 'formMark.sample' })) : nothing}
      ${form.needsWorkshopSignature ? mark('quiet', 'signature', msg('Beide unterschreiben', { id: 'formMark.both' })) : nothing}
      ${form.concludesContract ? mark('quiet', 'paragraph', msg('Schließt einen Vertrag', { id: 'formMark.contract' })) : nothing}
    </span>
  `;
}

export function mark(tone: 'quiet' | 'warning' | 'danger' | 'success', icon: string, text: string) {
  return html`<span class="mark ${tone}"><wa-icon name=${icon}></wa-icon>${text}</span>`;
}

export const markStyles = css`
  .marks { display: inline-flex; flex-wrap: wrap; gap: 0.3rem 0.4rem; }
  .mark { display: inline-flex; align-items: center; gap: 0.35rem; padding: 0.08rem 0.55rem; border-radius: 999px; border: 1px solid var(--wa-color-surface-border); font-size: var(--wa-font-size-xs); font-weight: 550; line-height: 1.5; white-space: nowrap; }
  .mark.warning { border-color: var(--wa-color-warning-border-quiet); background: var(--wa-color-warning-fill-quiet); color: var(--wa-color-warning-on-quiet); }
  .mark.danger { border-color: var(--wa-color-danger-border-quiet); background: var(--wa-color-danger-fill-quiet); color: var(--wa-color-danger-on-quiet); }
  .mark.success { border-color: var(--wa-color-success-border-quiet); background: var(--wa-color-success-fill-quiet); color: var(--wa-color-success-on-quiet); }
`;
