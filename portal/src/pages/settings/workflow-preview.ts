import { msg } from '@lit/localize';
import { reportStatuses, type ReportStatus } from '@meldewerk/contract/handling';
import type { StaffLanguage } from '@meldewerk/contract/language';
import { customerAreas, labelOfStatus } from '@meldewerk/contract/workflow';
import { css, html, nothing } from 'lit';
import { currentLanguage } from '../../locale.ts';
import { areaText } from './workflow-customer.ts';
import { workflowOf, type WorkflowDraft } from './workflow-draft.ts';

type Shown = { draft: WorkflowDraft; workshop: string; status: ReportStatus; language: StaffLanguage; onStatus: (status: ReportStatus) => void; onLanguage: (language: StaffLanguage) => void };

/** The customer's page in small, as it would be once this is saved: what stands there for a chosen status. */
export function customerPreview({ draft, workshop, status, language, onStatus, onLanguage }: Shown) {
  const workflow = workflowOf(draft);
  return html`
    <h2 id="preview">${msg('So sieht es der Kunde', { id: 'workflow.preview' })}</h2>
    <div class="choices">
      <div class="field"><label for="preview-status">${msg('Wenn die Meldung steht auf', { id: 'workflow.previewStatus' })}</label>
        <select id="preview-status" @change=${(event: Event) => onStatus((event.target as HTMLSelectElement).value as ReportStatus)}>
          ${reportStatuses.filter((known) => known !== 'draft' && known !== 'linkSent').map((known) => html`<option value=${known} ?selected=${known === status}>${labelOfStatus(workflow, known)[currentLanguage()]}</option>`)}
        </select></div>
      <div class="field"><label for="preview-language">${msg('Sprache des Kunden', { id: 'workflow.previewLanguage' })}</label>
        <select id="preview-language" @change=${(event: Event) => onLanguage((event.target as HTMLSelectElement).value as StaffLanguage)}>
          <option value="de" ?selected=${language === 'de'}>Deutsch</option><option value="en" ?selected=${language === 'en'}>English</option>
        </select></div>
    </div>
    <div class="phone" role="img" aria-label=${spoken(workflow, status, language)}>
      <div lang=${language} aria-hidden="true">
        <p class="shop">${workshop}</p>
        <p class="vehicle">KA-PA 777 · VW Golf Variant</p>
        ${workflow.customerSees.status ? way(workflow, status, language) : nothing}
        ${customerAreas.filter((area) => area !== 'status' && workflow.customerSees[area]).map((area) => html`<p class="area">${areaText(area).name}</p>`)}
      </div>
    </div>
  `;
}

type Kept = ReturnType<typeof workflowOf>;

function way({ customerStates }: Kept, status: ReportStatus, language: StaffLanguage) {
  if (status === 'cancelled') return html`<p class="now">${cancelled[language]}</p>`;
  const at = customerStates.findIndex(({ statuses }) => statuses.includes(status));
  return html`
    <p class="now">${customerStates[at]?.label[language] ?? '…'}</p>
    <ol>${customerStates.map(({ label }, index) => html`<li class=${index < at ? 'behind' : index === at ? 'here' : 'ahead'}>${label[language] || '…'}</li>`)}</ol>
  `;
}

function spoken({ customerStates, customerSees }: Kept, status: ReportStatus, language: StaffLanguage): string {
  const state = status === 'cancelled' ? cancelled[language] : (customerStates.find(({ statuses }) => statuses.includes(status))?.label[language] ?? '');
  return [customerSees.status ? state : '', ...customerAreas.filter((area) => area !== 'status' && customerSees[area]).map((area) => areaText(area).name)].filter(Boolean).join(', ');
}

const cancelled: Record<StaffLanguage, string> = { de: 'Storniert', en: 'Cancelled' };

export const previewStyles = css`
  .choices { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.6rem; margin-bottom: 0.9rem; }
  .phone { max-width: 20rem; margin-inline: auto; padding: 1.1rem 1rem 1.3rem; border: 1px solid var(--wa-color-surface-border); border-radius: 20px; background: var(--wa-color-surface-lowered); }
  .phone p { overflow-wrap: anywhere; }
  .shop { font-weight: 650; }
  .vehicle { margin-bottom: 0.9rem; color: var(--wa-color-text-quiet); font-size: var(--wa-font-size-s); }
  .now { padding: 0.8rem 0.9rem 0.2rem; border-radius: 12px 12px 0 0; background: var(--wa-color-surface-default); font-size: 1.25rem; font-weight: 680; line-height: 1.3; }
  .now:last-child { border-radius: 12px; padding-bottom: 0.8rem; }
  .phone ol { display: grid; padding: 0.5rem 0.9rem 0.9rem; margin-bottom: 0.6rem; border-radius: 0 0 12px 12px; background: var(--wa-color-surface-default); }
  .phone li { position: relative; padding: 0.2rem 0 0.2rem 1.5rem; overflow-wrap: anywhere; }
  .phone li::before { content: ''; position: absolute; inset-block-start: 0.55rem; inset-inline-start: 0.1rem; width: 0.7rem; height: 0.7rem; border: 2px solid var(--wa-color-neutral-border-loud); border-radius: 50%; background: var(--wa-color-surface-default); }
  .phone li:not(:last-child)::after { content: ''; position: absolute; inset-block: 1.4rem -0.45rem; inset-inline-start: 0.5rem; width: 2px; background: var(--wa-color-surface-border); }
  .phone li:is(.behind, .here)::before { border-color: var(--wa-color-brand-50); background: var(--wa-color-brand-50); }
  .phone .here { font-weight: 650; }
  .phone .ahead { color: var(--wa-color-text-quiet); }
  .area { margin-top: 0.4rem; padding: 0.55rem 0.9rem; border-radius: 10px; background: var(--wa-color-surface-default); }
`;
