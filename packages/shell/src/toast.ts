import { msg } from '@lit/localize';
import { html, nothing, render } from 'lit';

type Toast = { text: string; action?: { label: string; run: () => unknown } };

const shownMs = 10_000;
let place: HTMLElement | undefined;
let current: Toast | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Says what was done, for ten seconds or as long as somebody is at it; a later one takes its place. Nothing depends on being
 * read in time. `amend` says it in other words, if it is still what is shown.
 */
export function showToast(toast: Toast): { amend: (text: string) => void } {
  const shown = { ...toast };
  current = shown;
  draw();
  startTimer();
  return {
    amend(text) {
      shown.text = text;
      if (current !== shown) return;
      draw();
      startTimer();
    },
  };
}

/** Does what the toast that is shown offers: `z` on the keyboard. */
export function runToastAction() {
  const action = current?.action;
  hideToast();
  action?.run();
}

export function hideToast() {
  clearTimeout(timer);
  current = undefined;
  draw();
}

function draw() {
  place ??= makePlace();
  const { text, action } = current ?? {};
  render(
    text
      ? html`<div class="toast">
          <span>${text}</span>
          ${action ? html`<button type="button" class="toast-action" @click=${runToastAction}>${action.label}</button>` : nothing}
          <button type="button" class="toast-close" aria-label=${msg('Schließen', { id: 'dialog.close' })} @click=${hideToast}><wa-icon name="xmark"></wa-icon></button>
        </div>`
      : nothing,
    place,
  );
}

/** There before anything is said, so that screen readers listen to it. */
function makePlace(): HTMLElement {
  const made = document.body.appendChild(document.createElement('div'));
  made.className = 'toasts';
  made.setAttribute('role', 'status');
  for (const held of ['pointerenter', 'focusin']) made.addEventListener(held, () => clearTimeout(timer));
  for (const free of ['pointerleave', 'focusout']) made.addEventListener(free, startTimer);
  return made;
}

function startTimer() {
  clearTimeout(timer);
  timer = setTimeout(hideToast, shownMs);
}
