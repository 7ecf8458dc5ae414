import type { SafetyAdvice } from '@meldewerk/contract/safety-advice';
import { safetyAdviceLabels } from '@meldewerk/contract/safety-labels';
import { css, html, nothing } from 'lit';
import { currentLanguage } from './locale.ts';

/** What changes the workshop's plan for the day: loud where nobody may drive, nothing where nothing speaks against it. */
export function safetyMark(advice: SafetyAdvice | null | undefined) {
  if (!advice || advice === 'drive') return nothing;
  const loud = advice !== 'careful';
  return html`<span class="safety-mark ${loud ? 'loud' : ''}"><wa-icon name=${loud ? 'warning' : 'car'}></wa-icon>${safetyAdviceLabels[advice][currentLanguage()]}</span>`;
}

export const safetyMarkStyles = css`
  .safety-mark { display: inline-flex; align-items: center; gap: 0.35em; padding: 0.1em 0.55em; border-radius: 999px; background: var(--wa-color-warning-fill-quiet); color: var(--wa-color-warning-on-quiet); font-size: var(--wa-font-size-xs); font-weight: 600; white-space: nowrap; }
  .safety-mark.loud { background: var(--wa-color-danger-fill-quiet); color: var(--wa-color-danger-on-quiet); }
`;
