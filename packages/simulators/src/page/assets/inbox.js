/* Keeps the page current without losing the reader's place. */
const changes = new EventSource('/events');
let refreshing = false;
let changedMeanwhile = false;

changes.addEventListener('changed', refresh);
// Whatever came while the connection was down.
changes.addEventListener('open', refresh);

async function refresh() {
  if (refreshing) {
    changedMeanwhile = true;
    return;
  }
  refreshing = true;
  try {
    const response = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (response.ok) replaceLiveParts(new DOMParser().parseFromString(await response.text(), 'text/html'));
  } finally {
    refreshing = false;
    if (changedMeanwhile) {
      changedMeanwhile = false;
      refresh();
    }
  }
}

function replaceLiveParts(next) {
  for (const fresh of next.querySelectorAll('[data-live]')) {
    const shown = document.getElementById(fresh.id);
    if (!shown || shown.outerHTML === fresh.outerHTML) continue;
    if (fresh.dataset.key !== undefined && fresh.dataset.key === shown.dataset.key) continue;
    const focused = shown.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
    const adopted = document.importNode(fresh, true);
    shown.replaceWith(adopted);
    if (focused) adopted.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
  }
  prepare();
}

function prepare() {
  const screen = document.querySelector('.screen');
  if (screen) screen.scrollTop = screen.scrollHeight;
  const mail = document.querySelector('iframe.mail-html');
  if (!mail || mail.dataset.measured) return;
  mail.dataset.measured = 'true';
  mail.addEventListener('load', () => fitToContent(mail));
  if (mail.contentDocument?.readyState === 'complete') fitToContent(mail);
}

/** A mail reads like a page: it is as high as what is in it. */
function fitToContent(mail) {
  const content = mail.contentDocument?.documentElement;
  if (content) mail.style.height = `${content.scrollHeight + 2}px`;
}

const dialog = document.getElementById('clearing');
document.getElementById('ask-clearing').addEventListener('click', () => dialog.showModal());
document.getElementById('cancel-clearing').addEventListener('click', () => dialog.close());
addEventListener('resize', () => {
  const mail = document.querySelector('iframe.mail-html');
  if (mail) fitToContent(mail);
});
addEventListener('pagehide', () => changes.close());
prepare();
