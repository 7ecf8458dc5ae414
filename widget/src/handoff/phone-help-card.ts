import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { qrCode } from '@meldewerk/elements/qr-code';
import type { StepHost } from '../step.ts';
import type { PhoneHelp } from './phone-help.ts';

const phoneDrawing = html`<svg class="phone-drawing" viewBox="0 0 32 48" width="30" height="45" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" aria-hidden="true"><rect x="4" y="3" width="24" height="42" rx="5"/><path class="tint" d="M8 9h16v27H8z"/><circle cx="16" cy="40.500" r="1.500"/></svg>`;

/** On a computer: a phone is the better camera and the better pen. Large where photos or a signature are asked for, a line elsewhere. */
export function renderPhoneHelp(host: StepHost, help: PhoneHelp): TemplateResult | typeof nothing {
  switch (help.state) {
    case 'none':
      return isOnComputer() ? renderOffer(host, help) : nothing;
    case 'opening':
      return renderCard(html`<p class="working" role="status"><span class="spinner" aria-hidden="true"></span>${msg('Der Code wird geholt …', { id: 'handoff.opening' })}</p>`);
    case 'failed':
      return renderCard(html`<p role="alert">${help.sentence ?? msg('Der Code konnte nicht geholt werden: Wir haben gerade keine Verbindung zur Werkstatt.', { id: 'handoff.failed' })}</p>
        ${renderButtons(again(help, msg('Noch einmal versuchen', { id: 'frame.retry' })), quit(help, msg('Ohne Handy weitermachen', { id: 'handoff.without' })))}`);
    case 'waiting':
      return help.url ? renderCode(host, help, help.url) : renderLost(help, msg('Auf dieser Seite ist der Code nicht mehr zu sehen.', { id: 'handoff.codeGone' }));
    case 'expired':
      return renderLost(help, msg('Der Code ist abgelaufen. Zu Ihrer Sicherheit gilt er nur zehn Minuten.', { id: 'handoff.codeExpired' }));
    case 'connected':
    case 'away':
      return renderConnected(help);
    case 'ended':
      return renderEnded(help);
  }
}

function isOnComputer(): boolean {
  return matchMedia('(pointer: fine) and (min-width: 640px)').matches;
}

function renderOffer(host: StepHost, help: PhoneHelp): TemplateResult | typeof nothing {
  const { step } = host.drafts.draft;
  const begin = inView(() => help.show());
  if (step === 'review' || step === 'safety') return nothing;
  if (step !== 'photos' && step !== 'forms') {
    return html`<p class="phone-line"><button type="button" class="button quiet" @click=${begin}>${msg('Fotos lieber mit dem Handy?', { id: 'handoff.offerLine' })}</button></p>`;
  }
  return renderCard(html`<div class="offer">${phoneDrawing}
      <div><p class="title">${step === 'photos' ? msg('Fotos gehen am Handy leichter', { id: 'handoff.photosHeading' }) : msg('Unterschreiben geht am Handy leichter', { id: 'handoff.formsHeading' })}</p>
        <p class="soft">${step === 'photos'
          ? msg('Scannen Sie einen Code, fotografieren Sie mit dem Handy, und sehen Sie hier zu, wie die Fotos ankommen.', { id: 'handoff.photosHint' })
          : msg('Scannen Sie einen Code und unterschreiben Sie mit dem Finger. Hier steht es einen Moment später.', { id: 'handoff.formsHint' })}</p></div>
      <button type="button" class="button" @click=${begin}>${msg('Mit dem Handy weitermachen', { id: 'handoff.offer' })}</button></div>`);
}

function renderCode(host: StepHost, help: PhoneHelp, url: string): TemplateResult {
  return renderCard(html`<div class="code">
      ${qrCode(url, msg('QR-Code, der diese Meldung auf Ihrem Handy öffnet', { id: 'handoff.code' }))}
      <div>
        <p class="title">${msg('Mit dem Handy weitermachen', { id: 'handoff.offer' })}</p>
        <ol class="how">
          <li>${msg('Öffnen Sie die Kamera Ihres Handys.', { id: 'handoff.step1' })}</li>
          <li>${msg('Halten Sie sie auf diesen Code, und tippen Sie auf den Link.', { id: 'handoff.step2' })}</li>
          <li>${host.drafts.draft.link?.forms.length ? msg('Fotografieren und unterschreiben Sie dort. Hier sehen Sie alles ankommen.', { id: 'handoff.step3Forms' }) : msg('Fotografieren Sie dort. Hier sehen Sie die Fotos ankommen.', { id: 'handoff.step3' })}</li>
        </ol>
        <p class="waiting" role="status"><span class="spinner" aria-hidden="true"></span>${help.offline ? offlineSentence() : msg('Wartet auf Ihr Handy …', { id: 'handoff.waiting' })}</p>
      </div>
    </div>
    <p class="soft fine">${host.drafts.draft.link
      ? msg('Der Code gilt zehn Minuten und für ein Handy. Es kann nur fotografieren und unterschreiben: Was Sie eingetippt haben, bekommt es nicht zu sehen, außer im Formular, das Sie unterschreiben.', { id: 'handoff.privacyLink' })
      : msg('Der Code gilt zehn Minuten und für ein Handy. Es erfährt nur, welche Fotos gebraucht werden: Ihr Name, Ihr Kennzeichen und alles andere bleiben auf diesem Computer, bis Sie die Meldung senden.', { id: 'handoff.privacy' })}</p>
    ${renderButtons(html`<button type="button" class="button" @click=${inView(() => help.end())}>${msg('Doch ohne Handy', { id: 'handoff.cancel' })}</button>`)}`);
}

function renderLost(help: PhoneHelp, sentence: string): TemplateResult {
  return renderCard(html`<p role="status">${sentence}</p>${renderButtons(again(help, msg('Neuen Code zeigen', { id: 'handoff.renew' })), endButton(help, msg('Doch ohne Handy', { id: 'handoff.cancel' })))}`);
}

function renderConnected(help: PhoneHelp): TemplateResult {
  const away = help.state === 'away';
  const count = help.photosBrought;
  const sentence = help.offline
    ? offlineSentence()
    : away
      ? msg('Von Ihrem Handy ist gerade nichts zu hören. Ist die Seite dort noch offen, und hat es Internet? Sonst zeigen Sie hier einen neuen Code.', { id: 'handoff.away' })
      : count === 0
        ? msg('Was Sie dort aufnehmen und unterschreiben, erscheint hier von selbst.', { id: 'handoff.connectedHint' })
        : count === 1
          ? msg('1 Foto ist vom Handy angekommen.', { id: 'handoff.arrivedOne' })
          : msg(str`${count} Fotos sind vom Handy angekommen.`, { id: 'handoff.arrived' });
  return renderCard(
    html`<div class="offer">${phoneDrawing}
      <div role="status"><p class="title"><span class="dot ${away || help.offline ? 'away' : ''}" aria-hidden="true"></span>${away ? msg('Ihr Handy meldet sich nicht', { id: 'handoff.awayHeading' }) : msg('Ihr Handy ist verbunden', { id: 'handoff.connected' })}</p><p class="soft">${sentence}</p></div>
      <div class="buttons">${away ? again(help, msg('Neuen Code zeigen', { id: 'handoff.renew' })) : nothing}${endButton(help, msg('Verbindung beenden', { id: 'handoff.end' }))}</div></div>`,
    'connected',
  );
}

function renderEnded(help: PhoneHelp): TemplateResult {
  const byPhone = help.endedBy === 'phone';
  return renderCard(
    html`<div class="offer">${phoneDrawing}
      <div role="status"><p class="title">${byPhone ? msg('Am Handy fertig', { id: 'handoff.done' }) : msg('Die Verbindung zum Handy ist beendet', { id: 'handoff.over' })}</p>
        <p class="soft">${msg('Alles, was dort aufgenommen und unterschrieben wurde, ist hier. Machen Sie einfach weiter.', { id: 'handoff.doneHint' })}</p></div>
      <div class="buttons">${again(help, msg('Noch einmal mit dem Handy', { id: 'handoff.again' }))}${quit(help, msg('Schließen', { id: 'signing.close' }))}</div></div>`,
    byPhone ? 'connected' : '',
  );
}

function offlineSentence(): string {
  return msg('Dieser Computer hat gerade keine Verbindung. Sobald wieder eine da ist, geht es von selbst weiter.', { id: 'handoff.offline' });
}

/** The pressed button goes: the focus stays with what comes in its place, and a code is seen whole, also within a long website. */
function inView(act: () => Promise<void>) {
  return async (press: Event): Promise<void> => {
    const root = (press.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    const done = act();
    requestAnimationFrame(() => root.querySelector<HTMLElement>('.phone-card, .phone-line button')?.focus());
    await done;
    requestAnimationFrame(() => {
      const card = root.querySelector('.phone-card');
      if (card?.contains(root.activeElement)) card.scrollIntoView({ block: 'nearest' });
    });
  };
}

function renderCard(content: TemplateResult, look = ''): TemplateResult {
  return html`<section class="phone-card ${look}" tabindex="-1" aria-label=${msg('Mit dem Handy weitermachen', { id: 'handoff.offer' })}>${content}</section>`;
}

function renderButtons(...buttons: TemplateResult[]): TemplateResult {
  return html`<div class="buttons">${buttons}</div>`;
}

function again(help: PhoneHelp, label: string): TemplateResult {
  return html`<button type="button" class="button" @click=${inView(() => help.show())}>${label}</button>`;
}

function endButton(help: PhoneHelp, label: string): TemplateResult {
  return html`<button type="button" class="button quiet" @click=${inView(() => help.end())}>${label}</button>`;
}

function quit(help: PhoneHelp, label: string): TemplateResult {
  return html`<button type="button" class="button quiet" @click=${() => help.close()}>${label}</button>`;
}
