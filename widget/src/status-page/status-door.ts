import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Site } from '@meldewerk/contract/tenant';

/** Why the second factor did not open the page. */
export type DoorFault = 'empty' | 'wrong' | 'tooMany' | 'unreachable';
export type Door = { fault: DoorFault | null; asking: boolean; /** The access lasted its time. */ again: boolean };

/** One field: who knows the plate or the name may look. */
export function renderDoor(door: Door, site: Site, enter: (answer: string) => void): TemplateResult {
  return html`<form class="door" part="step" novalidate aria-labelledby="heading" @submit=${(submit: SubmitEvent) => {
    submit.preventDefault();
    if (!door.asking) enter(((submit.target as HTMLFormElement).elements.namedItem('answer') as HTMLInputElement).value.trim());
  }}>
    <h2 id="heading" part="heading" tabindex="-1">${msg('Stand Ihres Schadenfalls', { id: 'status.doorHeading' })}</h2>
    <p class="explanation">${door.again
      ? msg('Sie waren längere Zeit nicht hier. Bitte zeigen Sie noch einmal, dass es um Ihr Fahrzeug geht.', { id: 'status.doorAgain' })
      : msg('Damit nur Sie ihn sehen: Bitte zeigen Sie uns, dass es um Ihr Fahrzeug geht.', { id: 'status.doorExplanation' })}</p>
    <div class="field">
      <label class="title" for="answer">${msg('Kennzeichen oder Nachname', { id: 'status.answer' })}</label>
      <input id="answer" name="answer" type="text" autocomplete="off" autocapitalize="words" spellcheck="false" maxlength="100" enterkeyhint="go" aria-required="true"
        aria-describedby=${door.fault ? 'answer-help answer-fault' : 'answer-help'} aria-invalid=${door.fault === 'wrong' || door.fault === 'empty' ? 'true' : nothing} />
      <p class="soft help" id="answer-help">${msg('So, wie Sie es in der Meldung angegeben haben, zum Beispiel KA-PA 777.', { id: 'status.answerHelp' })}</p>
      <div role="alert">${door.fault ? html`<p class="wrong" id="answer-fault">${sentenceOf(door.fault, site)}</p>` : nothing}</div>
    </div>
    <div class="ways">
      <button class="button primary" part="primary-button" aria-disabled=${door.asking ? 'true' : 'false'}>${door.asking ? msg('Wird geprüft …', { id: 'status.checking' }) : msg('Ansehen', { id: 'status.enter' })}</button>
      <a class="button" href=${`tel:${site.phone.replace(/[^+\d]/g, '')}`}>${msg(str`${site.phone} anrufen`, { id: 'frame.call' })}</a>
    </div>
  </form>`;
}

function sentenceOf(fault: DoorFault, site: Site): string {
  switch (fault) {
    case 'empty':
      return msg('Bitte geben Sie das Kennzeichen oder Ihren Nachnamen ein.', { id: 'status.answerEmpty' });
    case 'wrong':
      return msg('Das passt nicht zu diesem Vorgang. Bitte prüfen Sie die Schreibweise, oder versuchen Sie es mit dem anderen von beiden.', { id: 'status.answerWrong' });
    case 'tooMany':
      return msg(str`Das waren zu viele Versuche. Bitte warten Sie zehn Minuten, oder rufen Sie ${site.name} an.`, { id: 'status.answerTooMany' });
    case 'unreachable':
      return msg('Wir haben gerade keine Verbindung. Bitte prüfen Sie Ihr Internet, und versuchen Sie es noch einmal.', { id: 'status.answerUnreachable' });
  }
}

/** Why a link leads to no page. */
export type Trouble = 'unknown' | 'withdrawn' | 'over';

export function renderTrouble(trouble: Trouble, site: Site): TemplateResult {
  const [heading, sentence] = textsOf(trouble, site);
  return html`<div class="failure" part="step">
    <svg viewBox="0 0 48 48" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path class="tint" d="M20 29l-4 4a6.4 6.4 0 0 1-9-9l6-6a6.4 6.4 0 0 1 9 0M28 19l4-4a6.4 6.4 0 0 1 9 9l-6 6a6.4 6.4 0 0 1-9 0"/><path d="M19 12l-2-5M29 36l2 5"/></svg>
    <h2 id="heading" part="heading" tabindex="-1">${heading}</h2>
    <p class="explanation">${sentence}</p>
    <a class="button primary" href=${`tel:${site.phone.replace(/[^+\d]/g, '')}`}>${msg(str`${site.phone} anrufen`, { id: 'frame.call' })}</a>
    <a class="button" href="/">${msg('Neuen Schaden melden', { id: 'status.newReport' })}</a>
  </div>`;
}

function textsOf(trouble: Trouble, site: Site): [heading: string, sentence: string] {
  switch (trouble) {
    case 'unknown':
      return [msg('Diesen Link kennen wir nicht', { id: 'link.unknown' }), msg('Vielleicht fehlt am Ende ein Stück. Öffnen Sie ihn bitte noch einmal direkt aus der SMS oder E-Mail.', { id: 'link.unknownHint' })];
    case 'withdrawn':
      return [msg('Dieser Link gilt nicht mehr', { id: 'link.withdrawn' }), msg('Die Werkstatt hat ihn zurückgezogen oder durch einen neuen ersetzt. Wenn Sie mehrere bekommen haben, öffnen Sie bitte den neuesten.', { id: 'link.withdrawnHint' })];
    case 'over':
      return [msg('Dieser Vorgang ist schon länger beendet', { id: 'status.over' }), msg(str`Deshalb zeigen wir ihn hier nicht mehr. Wenn Sie noch etwas brauchen, hilft Ihnen ${site.name} gern weiter.`, { id: 'status.overHint' })];
  }
}

export const doorStyles = css`
  .door {
    max-width: 440px;
    margin: 8px auto 24px;
  }
  .door label {
    display: block;
    font-weight: 600;
  }
  .door input {
    display: block;
    width: 100%;
    min-height: 52px;
    margin-top: 6px;
    padding: 10px 14px;
    border: 1.5px solid var(--mw-edge);
    border-radius: var(--mw-radius);
    background: var(--mw-surface);
    font-size: 1.125em;
  }
  .door input[aria-invalid='true'] {
    border-color: var(--mw-danger);
  }
  .door .help {
    margin-top: 6px;
    font-size: 0.9375em;
  }
  .door .ways {
    display: grid;
    gap: 10px;
    margin-top: 22px;
  }
`;
