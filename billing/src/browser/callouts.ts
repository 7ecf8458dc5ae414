import '@awesome.me/webawesome/dist/components/callout/callout.js';
import { errorNumber, errorText } from '@meldewerk/shell/error-text';
import { ProblemError } from '@meldewerk/shell/request';
import { html, nothing, type TemplateResult } from 'lit';

/** What went wrong, in the server's own sentence where there is one; the place is there before, so that it is read out. */
export function failureCallout(failure: unknown): TemplateResult {
  return html`<div role="alert">${failure === undefined ? nothing : problemCallout(errorText(failure), isOurFault(failure) ? errorNumber(failure) : null)}</div>`;
}

export function problemCallout(text: string, number: string | null = null): TemplateResult {
  return html`<wa-callout variant="danger" size="s" class="gap"><wa-icon slot="icon" name="error"></wa-icon>${text}${number ? html`<br /><span class="quiet">${number}</span>` : nothing}</wa-callout>`;
}

function isOurFault(failure: unknown): boolean {
  return failure instanceof ProblemError && failure.problem.status >= 500;
}
