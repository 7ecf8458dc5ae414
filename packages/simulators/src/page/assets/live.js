/* Keeps the parts of a page current that are marked data-live. */

/** `prepare` is called after each change. */
export function keepCurrent(prepare) {
  const changes = new EventSource('/events');
  let refreshing = false;
  let changedMeanwhile = false;

  async function refresh() {
    if (refreshing) {
      changedMeanwhile = true;
      return;
    }
    refreshing = true;
    try {
      const response = await fetch(location.href, { headers: { accept: 'text/html' } });
      if (response.ok) replaceLiveParts(new DOMParser().parseFromString(await response.text(), 'text/html'));
      prepare();
    } finally {
      refreshing = false;
      if (changedMeanwhile) {
        changedMeanwhile = false;
        refresh();
      }
    }
  }
  changes.addEventListener('changed', refresh);
  // Whatever came while the connection was down.
  changes.addEventListener('open', refresh);
  addEventListener('pagehide', () => changes.close());
}

function replaceLiveParts(next) {
  for (const fresh of next.querySelectorAll('[data-live]')) {
    const shown = document.getElementById(fresh.id);
    if (!shown || shown.outerHTML === fresh.outerHTML) continue;
    if (fresh.dataset.key !== undefined && fresh.dataset.key === shown.dataset.key) continue;
    const focused = shown.contains(document.activeElement) ? selectorOf(document.activeElement) : null;
    const adopted = document.importNode(fresh, true);
    shown.replaceWith(adopted);
    if (focused) adopted.querySelector(focused)?.focus();
  }
}

/** What leads to the same link or button in a fresh copy of the page. */
function selectorOf(element) {
  const names = ['href', 'name', 'value', 'formaction', 'aria-label'].filter((name) => element.hasAttribute(name));
  return names.length === 0 ? null : `${element.localName}${names.map((name) => `[${name}="${CSS.escape(element.getAttribute(name))}"]`).join('')}`;
}
