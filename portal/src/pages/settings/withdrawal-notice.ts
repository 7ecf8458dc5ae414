import { msg } from '@lit/localize';
import { staffLanguages, type StaffLanguage } from '@meldewerk/contract/language';
import type { WithdrawalNotice } from '@meldewerk/contract/withdrawal';
import { css, html } from 'lit';
import type { WithdrawalTexts } from '../../data/withdrawal.ts';
import { formTextPreview } from '../forms/text-preview.ts';

type Part = 'notice' | 'modelForm';
const parts: Part[] = ['notice', 'modelForm'];
const longest: Record<Part, number> = { notice: 20_000, modelForm: 10_000 };

/** The published texts, both staffLanguages side by side. */
export function noticeTexts(notice: WithdrawalNotice) {
  return html`<div class="texts">${parts.map((part) => staffLanguages.map((language) => html`
    <div>
      <h3>${titleOf(part, language)}</h3>
      <div class="text" lang=${language} tabindex="0" role="region" aria-label=${titleOf(part, language)}>${formTextPreview(notice[part][language])}</div>
    </div>`))}</div>`;
}

/** The same, to be written in; like a form: `# ` heads, `- ` lists. */
export function noticeEditor(draft: WithdrawalTexts, onChange: (draft: WithdrawalTexts) => void) {
  return html`<div class="texts">${parts.map((part) => staffLanguages.map((language) => html`
    <div class="field">
      <label for="${part}-${language}">${titleOf(part, language)}</label>
      <textarea id="${part}-${language}" lang=${language} rows=${part === 'notice' ? 16 : 10} maxlength=${longest[part]} required .value=${draft[part][language]}
        @input=${(event: Event) => onChange({ ...draft, [part]: { ...draft[part], [language]: (event.target as HTMLTextAreaElement).value } })}></textarea>
    </div>`))}</div>`;
}

function titleOf(part: Part, language: StaffLanguage): string {
  if (part === 'notice') return language === 'de' ? msg('Belehrung, Deutsch', { id: 'withdrawalPage.noticeDe' }) : msg('Belehrung, Englisch', { id: 'withdrawalPage.noticeEn' });
  return language === 'de' ? msg('Muster-Formular, Deutsch', { id: 'withdrawalPage.modelDe' }) : msg('Muster-Formular, Englisch', { id: 'withdrawalPage.modelEn' });
}

export const noticeStyles = css`
  .texts { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem 1.25rem; margin-bottom: 1rem; }
  .texts h3 { margin-bottom: 0.35rem; font-size: var(--wa-font-size-s); }
  .text { max-height: 20rem; overflow-y: auto; padding: 0.8rem 1rem; border: 1px solid var(--wa-color-surface-border); border-radius: 6px; overflow-wrap: anywhere; }
  .text h3 { margin: 0.9rem 0 0.3rem; font-size: 1rem; }
  .text > :first-child { margin-top: 0; }
  .text :is(p, ul) { margin: 0 0 0.7rem; }
  .text ul { padding-inline-start: 1.2rem; list-style: disc; }
  @media (max-width: 50rem) { .texts { grid-template-columns: minmax(0, 1fr); } }
`;
