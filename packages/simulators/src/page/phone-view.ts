import { html } from 'hono/html';
import type { Sms } from '../message.ts';
import { formatNumber, formatTime } from './format.ts';
import { hrefTo, type ViewState } from './view-state.ts';

/** The phone: all numbers that got a message, or one number's messages. */
export function phoneView(state: ViewState) {
  return html`<section class="phone" id="phone" data-live aria-labelledby="phone-title">
<h2 id="phone-title">${state.say.phone} <span class="count">${state.threads.flat().length}</span></h2>
<div class="handset"><div class="speaker"></div>
<div class="screen" tabindex="0" role="group" aria-label="${state.say.phone}">
${state.thread ? threadView(state.thread, state) : threadList(state)}
</div></div></section>`;
}

function threadList(state: ViewState) {
  const emptyText = state.search ? state.say.nothingFound : `${state.say.noSms} ${state.say.emptyHint}`;
  if (state.threads.length === 0) return html`<p class="empty">${emptyText}</p>`;
  return html`<ul class="threads">${state.threads.map(([newest]) => newest && html`<li><a href="${hrefTo(state, '/', { thread: newest.to })}">
<span class="avatar" aria-hidden="true">${newest.to.slice(-2)}</span>
<span class="who">${formatNumber(newest.to)}</span><time datetime="${newest.receivedAt}">${formatTime(newest.receivedAt, state.language)}</time>
<span class="excerpt">${newest.text}</span></a></li>`)}</ul>`;
}

function threadView(thread: Sms[], state: ViewState) {
  const newest = thread.at(-1);
  if (!newest) return '';
  return html`<div class="thread-head">
${state.threads.length > 1 || state.asked === 'thread' ? html`<a class="back" href="${hrefTo(state, '/')}">‹ ${state.say.allNumbers}</a>` : ''}
<strong>${newest.from || newest.messagingServiceSid}</strong>
<span>${state.say.recipient}: ${formatNumber(newest.to)}</span></div>
<ol class="bubbles">${thread.map((sms) => bubble(sms, state))}</ol>
${answerForm(newest.to, state)}`;
}

/** The keyword by which a phone's owner ends messages of this sender, and the one that lets them begin again. */
function answerForm(number: string, state: ViewState) {
  const stopped = state.hasStopped(number);
  return html`<form class="answer" method="post" action="/opt-outs">
<input type="hidden" name="number" value="${number}"><input type="hidden" name="stopped" value="${stopped ? 'false' : 'true'}">
<input type="hidden" name="back" value="${hrefTo(state, '/', { thread: number })}">
${stopped ? html`<p>${state.say.stopped}</p>` : ''}
<button>${stopped ? state.say.answerStart : state.say.answerStop}</button></form>`;
}

function bubble(sms: Sms, { say, language }: ViewState) {
  const lost = sms.status === 'undelivered' || sms.status === 'failed';
  return html`<li id="message-${sms.id}"><p class="bubble${lost ? ' lost' : ''}">${withLinks(sms.text)}</p>
<p class="meta"><time datetime="${sms.receivedAt}">${formatTime(sms.receivedAt, language)}</time> · ${say.statuses[sms.status]}${sms.errorCode ? ` (${sms.errorCode})` : ''} · ${say.segments}: ${sms.segmentCount}</p></li>`;
}

function withLinks(text: string) {
  return text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/).map((part, index) =>
    index % 2 === 1 ? html`<a href="${part}" target="_blank" rel="noopener">${part}</a>` : part,
  );
}
