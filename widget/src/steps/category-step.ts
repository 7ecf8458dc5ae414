import { textIn } from '@meldewerk/contract/text-in';
import { msg } from '@lit/localize';
import { html } from 'lit';
import { categoryDrawing } from '@meldewerk/elements/category-icon';
import { fieldId, type Fault } from '../flow.ts';
import type { Step, StepHost } from '../step.ts';

export const categoryStep: Step = {
  heading: () => msg('Was ist passiert?', { id: 'category.heading' }),
  explanation: () =>
    msg('Tippen Sie an, was am besten passt. Danach kommen nur die Fragen, die dazu gehören.', { id: 'category.explanation' }),
  styles: [],

  check(host): Fault[] {
    const known = host.site.categories.some((category) => category.id === host.drafts.draft.category);
    return known ? [] : [{ path: 'category', message: msg('Bitte wählen Sie aus, was passiert ist.', { id: 'category.missing' }) }];
  },

  render(host) {
    const fault = host.faultOf('category');
    return html`<fieldset aria-describedby=${fault ? 'fault-category' : 'step-explanation'}>
      <legend class="unseen">${categoryStep.heading(host)}</legend>
      ${fault ? html`<p class="wrong" id="fault-category">${fault}</p>` : ''}
      <div class="tiles" @click=${(click: PointerEvent) => pick(host, click)} @change=${(change: Event) => choose(host, (change.target as HTMLInputElement).value)}>
        ${host.site.categories.map(({ id, icon, label, hint }, at) => {
          const { tint, line } = categoryDrawing(icon);
          return html`<label class="tile" part="tile">
            <input type="radio" name="category" value=${id} id=${at === 0 ? fieldId('category') : `category-${id}`} .checked=${host.drafts.draft.category === id} aria-describedby=${`hint-${id}`} />
            <svg class="category-icon" viewBox="0 0 48 48" width="48" height="48" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path class="tint" d=${tint} /><path d=${line} /></svg>
            <span class="label">${textIn(label, host.language)}</span>
            <span class="hint" id=${`hint-${id}`}>${textIn(hint, host.language)}</span>
          </label>`;
        })}
      </div>
    </fieldset>`;
  },
};

function choose(host: StepHost, category: string): void {
  host.drafts.change({ category });
  host.recheck();
}

// A finger or a mouse has decided; the arrow keys are only looking around (their clicks have no pointer).
function pick(host: StepHost, { pointerType, target }: PointerEvent): void {
  const input = (target as Element).closest('.tile')?.querySelector('input');
  if (!input || !pointerType || host.drafts.draft.step !== 'category') return;
  choose(host, input.value);
  host.next();
}
