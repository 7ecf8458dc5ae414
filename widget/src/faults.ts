import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Fault } from './flow.ts';

/** What keeps a step from being done; each sentence leads to its field. */
export function renderFaults(faults: readonly Fault[], jump: (fault: Fault) => void): TemplateResult {
  return html`<div class="faults" role="group" tabindex="-1" id="faults" aria-labelledby="faults-heading">
    <h3 id="faults-heading">${faults.length === 1 ? msg('Eine Angabe fehlt noch oder stimmt nicht', { id: 'frame.oneFault' }) : msg(str`${faults.length} Angaben fehlen noch oder stimmen nicht`, { id: 'frame.manyFaults' })}</h3>
    <ul>
      ${faults.map(
        (fault) => html`<li><a href="#" @click=${(click: Event) => {
          click.preventDefault();
          jump(fault);
        }}>${fault.message}</a></li>`,
      )}
    </ul>
  </div>`;
}
