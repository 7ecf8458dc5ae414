import { html } from 'hono/html';
import type { Mail, MailAttachment } from '../message.ts';
import { formatSize, formatTime, senderName } from './format.ts';
import { hrefTo, type ViewState } from './view-state.ts';

/** The list of mails. */
export function mailListView(state: ViewState) {
  const emptyText = state.search ? state.say.nothingFound : `${state.say.noMail} ${state.say.emptyHint}`;
  return html`<section class="mailbox" id="mailbox" data-live aria-labelledby="mailbox-title">
<h2 id="mailbox-title">${state.say.mailbox} <span class="count">${state.mails.length}</span></h2>
${state.mails.length === 0
    ? html`<p class="empty">${emptyText}</p>`
    : html`<ul class="mails">${state.mails.map((mail) => mailItem(mail, state))}</ul>`}
</section>`;
}

/** The mail being read. It keeps its place while others arrive: the key says whether it is still the same. */
export function readingView(state: ViewState) {
  const { mail, say } = state;
  if (!mail) return html`<section class="reading" id="reading" data-live data-key="none" aria-label="${say.message}"></section>`;
  const asText = state.asText || mail.html === undefined;
  return html`<section class="reading" id="reading" data-live data-key="${mail.id}${asText ? ' text' : ''}" aria-labelledby="subject">
<a class="back" href="${hrefTo(state, '/')}">‹ ${say.backToMailbox}</a>
<h2 id="subject">${mail.subject}</h2>
<dl class="envelope">
<div><dt>${say.from}</dt><dd>${mail.from}</dd></div>
<div><dt>${say.to}</dt><dd>${mail.to}</dd></div>
${mail.replyTo ? html`<div><dt>${say.replyTo}</dt><dd>${mail.replyTo}</dd></div>` : ''}
<div><dt>${say.received}</dt><dd><time datetime="${mail.receivedAt}">${formatTime(mail.receivedAt, state.language)}</time></dd></div>
</dl>
${mail.attachments ? attachmentList(mail, mail.attachments, state) : ''}
${mail.html !== undefined && mail.text !== undefined ? versionLinks(mail, asText, state) : ''}
${asText
    ? html`<pre class="mail-text" tabindex="0">${mail.text ?? ''}</pre>`
    : html`<iframe class="mail-html" title="${mail.subject}" src="/messages/${mail.id}/html" sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>`}
<details class="technical"><summary>${say.details}</summary><dl class="envelope">
<div><dt>Id</dt><dd>${mail.id}</dd></div>
${mail.idempotencyKey ? html`<div><dt>Idempotency-Key</dt><dd>${mail.idempotencyKey}</dd></div>` : ''}
</dl></details></section>`;
}

function mailItem(mail: Mail, state: ViewState) {
  const excerpt = mail.text?.replace(/\s+/g, ' ').slice(0, 140) ?? '';
  return html`<li><a href="${hrefTo(state, `/messages/${mail.id}`)}"${mail.id === state.mail?.id ? html` aria-current="true"` : ''}>
<span class="who">${senderName(mail.from)}</span><time datetime="${mail.receivedAt}">${formatTime(mail.receivedAt, state.language)}</time>
<span class="subject">${mail.subject}${mail.attachments ? html` <span class="clip">(${state.say.attachments}: ${mail.attachments.length})</span>` : ''}</span><span class="recipient">${state.say.to}: ${mail.to}</span><span class="excerpt">${excerpt}</span></a></li>`;
}

function attachmentList(mail: Mail, attachments: MailAttachment[], { say, language }: ViewState) {
  return html`<ul class="attachments" aria-label="${say.attachments}">${attachments.map((attachment, index) => html`<li>
${attachment.content === undefined ? html`<span>${attachment.fileName}</span>` : html`<a href="/messages/${mail.id}/attachments/${index + 1}" target="_blank" rel="noopener">${attachment.fileName}</a>`}
<span class="size">${attachment.path ?? formatSize(attachment.byteSize, language)}</span></li>`)}</ul>`;
}

function versionLinks(mail: Mail, asText: boolean, state: ViewState) {
  const path = `/messages/${mail.id}`;
  return html`<p class="versions">
<a href="${hrefTo(state, path)}"${asText ? '' : html` aria-current="true"`}>${state.say.viewHtml}</a>
<a href="${hrefTo(state, path, { as: 'text' })}"${asText ? html` aria-current="true"` : ''}>${state.say.viewText}</a></p>`;
}
