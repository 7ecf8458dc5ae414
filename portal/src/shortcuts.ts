import type { ReactiveController, ReactiveControllerHost } from 'lit';

const storageKey = 'portal.shortcuts';

/** Single-key shortcuts can be switched off, for people who speak or whose keys slip (WCAG 2.1.4). */
export function shortcutsEnabled(): boolean {
  return localStorage.getItem(storageKey) !== 'off';
}

export function enableShortcuts(enabled: boolean) {
  localStorage.setItem(storageKey, enabled ? 'on' : 'off');
}

type Actions = Record<string, (event: KeyboardEvent) => void>;

/** Single keys anywhere on the page, but never while somebody types, holds a modifier or has a dialog open. */
export class ShortcutController implements ReactiveController {
  readonly #actions: Actions;

  constructor(host: ReactiveControllerHost, actions: Actions) {
    this.#actions = actions;
    host.addController(this);
  }

  hostConnected() {
    window.addEventListener('keydown', this.#press);
  }

  hostDisconnected() {
    window.removeEventListener('keydown', this.#press);
  }

  #press = (event: KeyboardEvent) => {
    const action = this.#actions[event.key];
    if (!action || !shortcutsEnabled() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.composedPath().some(takesKeys) || document.querySelector('wa-dialog[open]')) return;
    event.preventDefault();
    action(event);
  };
}

function takesKeys(node: EventTarget): boolean {
  return node instanceof HTMLElement
    && (node.matches('input, textarea, select, dialog, wa-select, wa-dropdown[open], [role="menu"], [role="listbox"]') || node.isContentEditable);
}
