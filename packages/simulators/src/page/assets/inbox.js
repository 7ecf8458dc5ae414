import { keepCurrent } from './live.js';

/* Mails and messages, without losing the reader's place. */
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
prepare();
keepCurrent(prepare);
