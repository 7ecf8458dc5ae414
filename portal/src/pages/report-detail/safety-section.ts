import { msg } from '@lit/localize';
import type { ReportDetail } from '@meldewerk/contract/report';
import { safetyQuestions } from '@meldewerk/contract/safety-advice';
import { safetyAdviceLabels, safetyAnswerLabels, safetyQuestionLabels } from '@meldewerk/contract/safety-labels';
import { html, nothing } from 'lit';
import { currentLanguage } from '../../locale.ts';
import { facts } from './facts.ts';

/** What the customer said about driving on: only what speaks against it, one by one. */
export function safetySection({ safety }: ReportDetail) {
  if (!safety) return nothing;
  const language = currentLanguage();
  const { answers, advice } = safety;
  const noted = safetyQuestions.filter((question) => answers[question] && answers[question] !== 'no');
  return html`
    <section class="card" aria-labelledby="safety">
      <h2 id="safety"><wa-icon name="warning"></wa-icon>${msg('Weiterfahren', { id: 'safety.heading' })}</h2>
      <p class="lead-fact">${advice ? safetyAdviceLabels[advice][language] : msg('Nicht vollständig beantwortet', { id: 'safety.partly' })}</p>
      ${noted.length === 0 ? html`<p class="quiet">${msg('Der Kunde hat nichts Auffälliges genannt.', { id: 'safety.nothing' })}</p>` : facts(noted.map((question) => [safetyQuestionLabels[question][language], answers[question] && safetyAnswerLabels[answers[question]][language]]))}
    </section>
  `;
}
