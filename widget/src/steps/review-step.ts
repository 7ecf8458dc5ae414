import { textIn } from '@meldewerk/contract/text-in';
import { msg, str } from '@lit/localize';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { stepBefore, stepsOf, type Fault, type StepId } from '../flow.ts';
import { photosByShot, shotsOf, spotsOf, uploadsOf } from '../photos/draft-shots.ts';
import { isPartlyPassedOver, photosOf as photosToTake, shotsToTake, titleOf } from '../photos/shots-to-take.ts';
import { photoThumbnail } from '../photos/photo-thumbnail.ts';
import { SendController } from '../send-controller.ts';
import type { Step, StepHost } from '../step.ts';
import { photoStyles } from '../styles/photos.ts';
import { reviewStyles } from '../styles/review.ts';
import { answerRows, contactRows, insuranceRows, vehicleRows, type Row } from './review-rows.ts';

const senders = new WeakMap<StepHost, SendController>();

export const reviewStep: Step = {
  heading: () => msg('Stimmt alles?', { id: 'review.heading' }),
  explanation: (host) =>
    msg(str`Sehen Sie noch einmal alles durch. Mit „Meldung senden“ geht es an ${host.site.name}.`, { id: 'review.explanation' }),
  styles: [photoStyles, reviewStyles],

  check: () => [],

  render(host) {
    const category = host.category ? textIn(host.category.label, host.language) : '';
    return html`<div class="review">
      ${renderSection('category', msg('Schaden', { id: 'step.category' }), [{ label: msg('Art', { id: 'review.kind' }), value: category }], host)}
      ${host.steps.safety && stepsOf(host.drafts.draft, host.site).includes('safety') ? host.steps.safety.renderReview?.(host) : nothing}
      ${renderSection('questions', msg('Hergang', { id: 'step.questions' }), answerRows(host), host)}
      ${renderSection('vehicle', msg('Fahrzeug und Versicherung', { id: 'review.vehicle' }), [...vehicleRows(host), ...insuranceRows(host)], host)}
      ${host.steps.damages && stepsOf(host.drafts.draft, host.site).includes('damages') ? host.steps.damages.renderReview?.(host) : nothing}
      ${renderPhotos(host)}
      ${renderSection('contact', msg('Kontakt', { id: 'step.contact' }), contactRows(host), host)}
      ${host.steps.appointment?.renderReview?.(host) ?? nothing}
      ${host.steps.forms?.renderReview?.(host) ?? nothing}
      ${renderSending(host)}
    </div>`;
  },
};

/** Everything that is missing or wrong in the whole report, in reading order. */
export function checkReport(host: StepHost): Fault[] {
  return stepsOf(host.drafts.draft, host.site).flatMap((step) => host.steps[step]?.check(host) ?? []);
}

function renderSection(step: StepId, heading: string, rows: Row[], host: StepHost): TemplateResult {
  return html`<section aria-labelledby=${`review-${step}`}>
    ${renderSectionHead(step, heading, host)}
    <dl>${rows.map(({ label, value }) => html`<div><dt>${label}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>
  </section>`;
}

function renderSectionHead(step: StepId, heading: string, host: StepHost): TemplateResult {
  return html`<div class="section-head">
    <h3 id=${`review-${step}`}>${heading}</h3>
    <button type="button" class="button quiet" @click=${() => host.goTo(step)}>${msg('Ändern', { id: 'review.edit' })}<span class="unseen">: ${heading}</span></button>
  </div>`;
}

function renderPhotos(host: StepHost): TemplateResult {
  const shots = shotsOf(host);
  const photosOf = photosByShot(shots, host.photos?.photos ?? []);
  const taken = shotsToTake(host).flatMap((wanted) => photosToTake(host, wanted).map((photo, at) => ({ title: titleOf(host, wanted), photo, position: at + 1 })));
  const skipped = shots.filter((shot) => isPartlyPassedOver(shot, host.drafts.draft.skippedShots, photosOf(shot), spotsOf(host)));
  return html`<section aria-labelledby="review-photos">
    ${renderSectionHead('photos', msg(str`Fotos (${taken.length})`, { id: 'review.photos' }), host)}
    <ul class="small-photos">
      ${repeat(taken, ({ photo }) => photo.id, ({ title, photo, position }) => html`<li>
        ${photoThumbnail(photo, title, position)}<span class="caption">${title}${photo.state === 'refused' ? html`<strong class="wrong">${msg('Nicht angenommen', { id: 'photo.refused' })}</strong>` : nothing}</span>
      </li>`)}
    </ul>
    ${skipped.length > 0 ? html`<p class="soft">${msg(str`Ausgelassen: ${skipped.map((shot) => textIn(shot.label, host.language)).join(host.language === 'ar' ? '، ' : ', ')}`, { id: 'review.skipped' })}</p>` : nothing}
  </section>`;
}

function renderSending(host: StepHost): TemplateResult {
  const sender = senderOf(host);
  const busy = sender.state === 'uploading' || sender.state === 'sending';
  return html`<div class="sending" aria-live="polite">
      ${renderUploads(host, sender)}
      ${sender.sentence ? html`<p class="note warning"><span aria-hidden="true">⚠</span><span>${sender.sentence}</span></p>` : nothing}
    </div>
    <div class="actions" part="actions">
      <button type="button" class="button primary" part="primary-button" aria-disabled=${busy ? 'true' : 'false'} @click=${() => sender.send()}>${sendLabel(sender)}</button>
      <button type="button" class="button" @click=${() => host.goTo(stepBefore('review', stepsOf(host.drafts.draft, host.site)))}><span class="arrow" aria-hidden="true">←</span> ${msg('Zurück', { id: 'frame.back' })}</button>
    </div>`;
}

function renderUploads(host: StepHost, sender: SendController): TemplateResult | typeof nothing {
  const photos = uploadsOf(host);
  const all = photos.photos.filter((photo) => photo.state !== 'refused');
  const left = photos.pending.length;
  const under = photos.pending.reduce((sum, photo) => sum + photos.percentOf(photo.id), 0);
  const busy = sender.state === 'uploading' || sender.state === 'retrying';
  if (left === 0 && !busy && sender.awaited === 0) return nothing;
  return html`<div class="note"><div class="grow">
    ${left === 0 ? nothing : html`<p>${busy ? msg(str`Fotos noch unterwegs: ${left} von ${all.length}. Danach geht die Meldung von selbst ab.`, { id: 'send.uploading' }) : msg(str`Fotos noch unterwegs: ${left} von ${all.length}. Sie können schon senden.`, { id: 'send.stillUploading' })}</p>
    <progress max=${all.length * 100} value=${(all.length - left) * 100 + under} aria-label=${msg('Übertragung', { id: 'photo.progress' })}></progress>`}
    ${renderAwaited(sender)}
    ${left === 0 && sender.awaited === 0 && sender.state === 'uploading' ? html`<p>${msg('Ihre Unterschrift ist noch unterwegs. Danach geht die Meldung von selbst ab.', { id: 'send.signing' })}</p>` : nothing}
    ${busy ? html`<p>${closingSentence(sender)}</p>` : nothing}
    ${sender.awaited > 0 && sender.state === 'uploading' ? html`<p class="without"><button type="button" class="button" @click=${() => sender.sendWithoutOthers()}>${msg('Ohne diese Fotos senden', { id: 'send.withoutOthers' })}</button></p>` : nothing}
  </div></div>`;
}

/** What the other device has told of is waited for, as long as the customer wants to. */
function renderAwaited({ awaited }: SendController): TemplateResult | typeof nothing {
  if (awaited === 0) return nothing;
  return html`<p>${awaited === 1
    ? msg('Auf Ihrem anderen Gerät ist noch 1 Foto unterwegs. Die Meldung wartet darauf.', { id: 'send.awaitsOne' })
    : msg(str`Auf Ihrem anderen Gerät sind noch ${awaited} Fotos unterwegs. Die Meldung wartet darauf.`, { id: 'send.awaits' })}</p>`;
}

/** Only what is true in this browser. */
function closingSentence({ closable }: SendController): string {
  return closable
    ? msg('Sie können diese Seite schließen: Ihre Meldung geht von selbst ab, sobald Netz da ist.', { id: 'send.closable' })
    : msg('Bitte lassen Sie diese Seite offen. Wenn Sie sie schließen, geht es weiter, sobald Sie sie wieder öffnen.', { id: 'send.stayOpen' });
}

function sendLabel({ state }: SendController): string {
  switch (state) {
    case 'uploading':
      return msg('Fotos werden übertragen …', { id: 'send.waiting' });
    case 'sending':
      return msg('Wird gesendet …', { id: 'send.sending' });
    case 'retrying':
      return msg('Jetzt noch einmal senden', { id: 'send.again' });
    case 'idle':
      return msg('Meldung senden', { id: 'send.send' });
  }
}

/** One sender an element. A sending that a reload cut off goes on by itself. */
function senderOf(host: StepHost): SendController {
  const known = senders.get(host);
  if (known) return known;
  const sender = new SendController(host as StepHost & ReactiveControllerHost, () => checkReport(host));
  senders.set(host, sender);
  if (host.drafts.draft.sending) queueMicrotask(() => sender.send());
  return sender;
}
