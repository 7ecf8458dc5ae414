import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { safetyAdvice, type SafetyAdvice, type SafetyAnswer, type SafetyCheck, type SafetyQuestion } from '@meldewerk/contract/safety-advice';
import { fieldId } from '../flow.ts';
import { saidDrivable } from '../safety/said-drivable.ts';
import { adviceDrawing, safetyDrawing } from '../safety/safety-drawing.ts';
import { safetyStyles } from '../safety/safety-styles.ts';
import { adviceWords, answerWord, askSafety } from '../safety/safety-words.ts';
import type { Step, StepHost } from '../step.ts';
import { fieldStyles } from '../styles/fields.ts';

/** Asked before anything else, and never a wall: who wants to go on goes on. */
export const safetyStep: Step = {
  heading: (host) => (askedOf(host).includes('injured') ? msg('Zuerst Ihre Sicherheit', { id: 'safety.heading' }) : msg('Kann das Fahrzeug noch fahren?', { id: 'safety.headingVehicle' })),
  explanation: () => msg('Dann wissen Sie gleich, ob Sie weiterfahren können. Wenn nichts davon zutrifft, genügt ein Tippen.', { id: 'safety.explanation' }),
  styles: [fieldStyles, safetyStyles],

  check: () => [],

  render(host) {
    const { safety } = host.drafts.draft;
    const asked = askedOf(host);
    const advice = safetyAdvice(safety, asked);
    return html`<div class="safety">
      <button type="button" class="button none" @click=${(click: Event) => rule(host, asked, click)}>✓ ${msg('Nichts davon', { id: 'safety.none' })}</button>
      ${asked.map((question, at) => html`${renderQuestion(host, question, safety[question], at === 0)}${question === 'injured' ? renderAdvice(host, advice === 'emergency' ? advice : null) : nothing}`)}
      ${renderAdvice(host, advice === 'emergency' ? null : advice)}
    </div>`;
  },

  renderReview(host) {
    const { safety } = host.drafts.draft;
    const asked = askedOf(host);
    const advice = safetyAdvice(safety, asked);
    const noted = asked.filter((question) => safety[question] && safety[question] !== 'no');
    const heading = msg('Sicherheit', { id: 'step.safety' });
    return html`<section aria-labelledby="review-safety">
      <div class="section-head">
        <h3 id="review-safety">${heading}</h3>
        <button type="button" class="button quiet" @click=${() => host.goTo('safety')}>${msg('Ändern', { id: 'review.edit' })}<span class="unseen">: ${heading}</span></button>
      </div>
      <dl>
        <div><dt>${msg('Ergebnis', { id: 'safety.review' })}</dt><dd>${advice ? adviceWords(advice).heading : msg('Nicht beantwortet', { id: 'safety.unanswered' })}</dd></div>
        ${noted.map((question) => html`<div><dt>${askSafety(question)}</dt><dd>${answerWord(safety[question] as SafetyAnswer)}</dd></div>`)}
      </dl>
    </section>`;
  },
};

function askedOf({ site, drafts }: StepHost): readonly SafetyQuestion[] {
  return site.categories.find(({ id }) => id === drafts.draft.category)?.safetyCheck ?? [];
}

function renderQuestion(host: StepHost, question: SafetyQuestion, answer: SafetyAnswer | undefined, first: boolean): TemplateResult {
  return html`<fieldset class="check">
    <legend>${safetyDrawing(question)}<span>${askSafety(question)}</span></legend>
    <div class="answers">
      ${(['no', 'yes', 'unknown'] as const).map(
        (value, at) => html`<label class="choice ${value === 'no' ? '' : 'bad'}">
          <input type="radio" name=${`safety.${question}`} id=${first && at === 0 ? fieldId('safety') : nothing} .checked=${live(answer === value)} @change=${() => answerWith(host, { [question]: value })} />${answerWord(value)}
        </label>`,
      )}
    </div>
  </fieldset>`;
}

/** Help for the injured stands right at the question, everything else below the last one. */
function renderAdvice(host: StepHost, advice: SafetyAdvice | null): TemplateResult {
  return html`<div role="status">${advice ? renderCard(host, advice) : nothing}</div>`;
}

function renderCard(host: StepHost, advice: SafetyAdvice): TemplateResult {
  const { heading, sentence } = adviceWords(advice);
  const { towingPhone, phone } = host.site;
  const towing = towingPhone ?? phone;
  return html`<div class="advice-card ${advice}">
    ${adviceDrawing(advice)}
    <h3>${heading}</h3>
    <p>${sentence}</p>
    ${advice === 'drive'
      ? nothing
      : html`<div class="calls">
          ${advice === 'emergency' ? html`<a class="button alarm" href="tel:112">${msg('112 anrufen', { id: 'safety.call112' })}</a>` : nothing}
          <a class="button ${advice === 'tow' ? 'alarm' : ''}" href=${`tel:${towing.replace(/[^+\d]/g, '')}`}><span
            >${towingPhone ? msg('Abschleppdienst anrufen', { id: 'safety.callTowing' }) : msg('Werkstatt anrufen', { id: 'safety.callWorkshop' })} <bdi class="number" dir="ltr">${towing}</bdi></span></a>
        </div>`}
  </div>`;
}

/** What is not answered yet is in order. On a phone the advice, and the way on below it, are far down. */
function rule(host: StepHost, asked: readonly SafetyQuestion[], { currentTarget }: Event): void {
  const { safety } = host.drafts.draft;
  const step = (currentTarget as HTMLElement).closest('.safety');
  answerWith(host, Object.fromEntries(asked.filter((question) => safety[question] === undefined).map((question) => [question, 'no'])));
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  requestAnimationFrame(() => step?.querySelector('.advice-card')?.scrollIntoView({ block: 'center', behavior }));
}

/** Whether it can be driven is asked again later; what was said here stands there already. */
function answerWith(host: StepHost, given: SafetyCheck): void {
  const { safety: before, answers } = host.drafts.draft;
  const safety = { ...before, ...given };
  const [said, says] = [saidDrivable(host, before), saidDrivable(host, safety)];
  const untouched = answers['drivable'] === undefined || answers['drivable'] === said;
  host.drafts.change({ safety, ...(untouched ? { answers: { ...answers, drivable: says } } : {}) });
}
