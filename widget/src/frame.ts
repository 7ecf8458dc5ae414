import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '@meldewerk/contract/language';
import type { Site } from '@meldewerk/contract/tenant';
import { isReached, leadsBackToReview, stepBefore, type StepId } from './flow.ts';

const languageNames: Record<Language, string> = { de: 'Deutsch', en: 'English', tr: 'Türkçe', pl: 'Polski', uk: 'Українська', ar: 'العربية' };

export function stepTitle(step: StepId): string {
  switch (step) {
    case 'category':
      return msg('Schaden', { id: 'step.category' });
    case 'safety':
      return msg('Sicherheit', { id: 'step.safety' });
    case 'questions':
      return msg('Hergang', { id: 'step.questions' });
    case 'vehicle':
      return msg('Fahrzeug', { id: 'step.vehicle' });
    case 'damages':
      return msg('Schäden', { id: 'step.damages' });
    case 'photos':
      return msg('Fotos', { id: 'step.photos' });
    case 'contact':
      return msg('Kontakt', { id: 'step.contact' });
    case 'appointment':
      return msg('Termin', { id: 'step.appointment' });
    case 'forms':
      return msg('Unterschrift', { id: 'step.forms' });
    case 'review':
      return msg('Prüfen', { id: 'step.review' });
  }
}

/**
 * The workshop's name is the page's main heading where the page is its own; elsewhere the page has one already.
 * @param choose null until the page has been seen: then the short name alone holds the list's place
 */
export function renderHeader(site: Site, ownPage: boolean, language: Language, choose: ((language: Language) => void) | null, purpose = msg('Schaden melden', { id: 'frame.title' })): TemplateResult {
  return html`<header part="header">
    ${site.logoUrl
      ? html`<img class="logo" src=${site.logoUrl} alt="" height="44" @load=${markWordmark} @error=${(failed: Event) => (failed.target as HTMLElement).remove()} />`
      : html`<span class="logo" aria-hidden="true">${initialOf(site.name)}</span>`}
    ${ownPage
      ? html`<h1 class="name"><span class="workshop">${site.name}</span><span class="purpose">${purpose}</span></h1>`
      : html`<p class="name"><span class="workshop">${site.name}</span><span class="purpose">${purpose}</span></p>`}
    ${site.languages.length < 2
      ? nothing
      : html`<div class="language">
          <span aria-hidden="true">${language.toUpperCase()}</span>
          ${choose && renderLanguages(site.languages, language, choose)}
        </div>`}
  </header>`;
}

function renderLanguages(offered: readonly Language[], language: Language, choose: (language: Language) => void): TemplateResult {
  return html`<select aria-label=${msg('Sprache', { id: 'frame.language' })} @change=${(change: Event) => {
    const select = change.target as HTMLSelectElement;
    const wanted = select.value as Language;
    // It says what is spoken; the new texts have to arrive first.
    select.value = language;
    choose(wanted);
  }}>
    ${offered.map((one) => html`<option value=${one} lang=${one} .selected=${one === language}>${languageNames[one]}</option>`)}
  </select>`;
}

/** A wide logo is the name in letters already: it is not written beside it once more. */
function markWordmark({ target }: Event): void {
  const { naturalWidth, naturalHeight, classList } = target as HTMLImageElement;
  classList.toggle('wordmark', naturalWidth > 2 * naturalHeight);
}

export function renderProgress(steps: readonly StepId[], step: StepId, furthest: StepId, goTo: (step: StepId) => void): TemplateResult {
  const at = steps.indexOf(step);
  return html`<nav class="progress" part="progress" aria-label=${msg('Fortschritt', { id: 'frame.progress' })}>
    <ol>
      ${steps.map((other, index) => {
        const kind = index < at ? 'done' : index === at ? 'now' : '';
        return other !== step && isReached(other, furthest)
          ? html`<li class=${kind}><span class="bar"></span><button type="button" @click=${() => goTo(other)}>${stepTitle(other)}</button></li>`
          : html`<li class=${kind} aria-current=${other === step ? 'step' : nothing}><span class="bar"></span><span class="ahead">${stepTitle(other)}</span></li>`;
      })}
    </ol>
    <p class="count">${msg(str`Schritt ${at + 1} von ${steps.length}: ${stepTitle(step)}`, { id: 'frame.count' })}</p>
  </nav>`;
}

export function renderSkeleton(): TemplateResult {
  return html`<div class="skeleton" role="status"><i></i><i></i><i></i><i></i><i></i><span class="unseen">${msg('Wird geladen …', { id: 'frame.loading' })}</span></div>`;
}

/** The way on and the way back; on is the form's own button, so that Enter works in every field. */
export function renderActions(steps: readonly StepId[], step: StepId, backTo: StepId | null, furthest: StepId, goTo: (step: StepId) => void, finish: (goOn: StepId) => void): TemplateResult {
  const before = stepBefore(step, steps);
  const backToReview = msg('Zurück zur Prüfung', { id: 'frame.backToReview' });
  const goOn = leadsBackToReview(step, furthest) ? backToReview : msg('Weiter', { id: 'frame.next' });
  return html`<div class="actions" part="actions">
    <button class="button primary" part="primary-button">${backTo ? msg('Zurück zu den Formularen', { id: 'frame.backToForms' }) : goOn}</button>
    ${before === step
      ? isReached('review', furthest)
        ? html`<button type="button" class="button" @click=${() => finish('review')}>${backToReview}</button>`
        : nothing
      : html`<button type="button" class="button" @click=${() => goTo(before)}><span class="arrow" aria-hidden="true">←</span> ${msg('Zurück', { id: 'frame.back' })}<span class="unseen">: ${stepTitle(before)}</span></button>`}
  </div>`;
}

function initialOf(name: string): string {
  return (name.trim()[0] ?? '').toUpperCase();
}
