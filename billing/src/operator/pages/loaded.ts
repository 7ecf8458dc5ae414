import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { failureCallout } from '../../browser/callouts.ts';
import type { LoadController } from '../../browser/load-controller.ts';

/** What was read, or that it is being read, or why it could not be and the way to try again. */
export function loaded<Value>(loading: LoadController<Value>, show: (value: Value) => TemplateResult): TemplateResult {
  if (loading.failure) return html`${failureCallout(loading.failure)}<div class="buttons"><wa-button appearance="outlined" @click=${loading.load}>${msg('Erneut versuchen', { id: 'message.retry' })}</wa-button></div>`;
  if (loading.value === undefined) return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Wird geladen.', { id: 'app.loading' })}</span><i></i><i></i><i></i></div>`;
  return show(loading.value);
}
