import { msg } from '@lit/localize';
import type { AnsweredQuestion, ReportDetail } from '@meldewerk/contract/report';
import { css, html, nothing } from 'lit';
import { formatDay } from '../../format.ts';
import { currentLanguage } from '../../locale.ts';

/** Labels in the reader's language; what the customer typed stays as it was typed. */
export function answersSection({ answers, language, submittedAt, preparedIncidentDate }: ReportDetail) {
  return html`
    <section class="card" aria-labelledby="answers">
      <h2 id="answers"><wa-icon name="paragraph"></wa-icon>${msg('Angaben zum Schaden', { id: 'detail.answers' })}</h2>
      ${!submittedAt && preparedIncidentDate ? html`<dl class="answers prepared"><div><dt>${msg('Tag des Schadens', { id: 'prepare.incidentDate' })}</dt><dd>${formatDay(preparedIncidentDate)}</dd></div></dl>` : nothing}
      ${answers.length > 0
        ? html`<dl class="answers">${answers.map((answer) => answerRow(answer, language))}</dl>`
        : html`<p class="quiet">${submittedAt ? msg('Keine Angaben.', { id: 'detail.noAnswers' }) : preparedIncidentDate ? msg('Alles Weitere kommt mit der Meldung des Kunden.', { id: 'detail.moreAnswersToCome' }) : msg('Kommen mit der Meldung des Kunden.', { id: 'detail.answersToCome' })}</p>`}
    </section>
  `;
}

function answerRow(answer: AnsweredQuestion, customerLanguage: ReportDetail['language']) {
  const typed = answer.type === 'longText' || answer.type === 'text' || answer.type === 'place';
  return html`
    <div class=${answer.type === 'longText' ? 'long' : ''}>
      <dt>${answer.label[currentLanguage()]}</dt>
      <dd dir="auto" lang=${typed && customerLanguage !== currentLanguage() ? customerLanguage : currentLanguage()}>${answer.display[currentLanguage()]}</dd>
    </div>
  `;
}

export const answerStyles = css`
  .answers { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 0.9rem 1.5rem; }
  .answers > div { min-width: 0; }
  .answers.prepared { margin-bottom: 0.6rem; }
  .answers .long { grid-column: 1 / -1; max-width: 46rem; }
  .answers dt { color: var(--wa-color-text-quiet); font-size: var(--wa-font-size-s); line-height: 1.35; }
  .answers dd { margin-top: 0.1rem; white-space: pre-line; overflow-wrap: anywhere; }
`;
