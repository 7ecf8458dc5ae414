import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { bringDays, openWishes } from '../appointments/bring-days.ts';
import { fullMeanwhile, renderWishExtras, renderWishForm } from '../appointments/wish-form.ts';
import { wishFormStyles } from '../appointments/wish-form-styles.ts';
import { dayWords, serviceWords, wishWords } from '../appointments/wish-words.ts';
import { noWishes, rankOf, reasonOf, type TypedWishes } from '../appointments/wishes.ts';
import { fieldId, type Fault } from '../flow.ts';
import type { Step, StepHost } from '../step.ts';

const pathOf = (index: number) => `appointment.wishes.${index}`;

export const appointmentStep: Step = {
  open: openWishes,
  heading: () => msg('Wann passt es Ihnen?', { id: 'wishes.heading' }),
  explanation: ({ site }) => msg(str`Nennen Sie bis zu fünf Wünsche. ${site.name} bestätigt einen davon oder schlägt andere Termine vor. Sie können diesen Schritt auch auslassen.`, { id: 'wishes.explanation' }),
  styles: [wishFormStyles],

  /** Half days that are taken meanwhile do not stop anybody; what never can be had does. */
  check({ drafts, language }): Fault[] {
    const days = drafts.draft.wishDays ?? [];
    return typedOf(drafts.draft).wishes.flatMap((wish, index): Fault[] => {
      const reason = reasonOf(days, wish);
      return reason && reason !== 'full' ? [{ path: pathOf(index), message: msg(str`${wishWords(wish, language)} geht nicht mehr. Bitte wählen Sie einen anderen Tag.`, { id: 'wishes.gone' }) }] : [];
    });
  },

  render(host) {
    const typed = typedOf(host.drafts.draft);
    const change = (changed: TypedWishes) => changeWishes(host, changed);
    const { wishDays } = host.drafts.draft;
    return html`${wishDays === null
        ? renderNoCalendar(host)
        : renderWishForm({ typed, days: wishDays, language: host.language, change, faultAt: (index) => host.faultOf(pathOf(index)), announce: (sentence) => host.announce(sentence), idOf: (index) => fieldId(pathOf(index)) })}
      ${renderWishExtras({ typed, change }, { services: true })}`;
  },

  renderReview(host) {
    const typed = typedOf(host.drafts.draft);
    const heading = msg('Wunschtermine', { id: 'wishes.reviewHeading' });
    const services = serviceWords(typed);
    return html`<section aria-labelledby="review-appointment">
      <div class="section-head">
        <h3 id="review-appointment">${heading}</h3>
        <button type="button" class="button quiet" @click=${() => host.goTo('appointment')}>${msg('Ändern', { id: 'review.edit' })}<span class="unseen">: ${heading}</span></button>
      </div>
      <dl>
        ${typed.wishes.length === 0 ? html`<div><dt>${msg('Wünsche', { id: 'wishes.list' })}</dt><dd>${msg('Keine, die Werkstatt schlägt etwas vor', { id: 'wishes.noneInReview' })}</dd></div>` : nothing}
        ${typed.wishes.map((wish) => {
          const rank = rankOf(typed, wish) ?? 0;
          return html`<div><dt>${msg(str`${rank}. Wunsch`, { id: 'wishes.rank' })}</dt><dd>${wishWords(wish, host.language)}${reasonOf(host.drafts.draft.wishDays ?? [], wish) === 'full' ? html`<br /><span class="soft">${fullMeanwhile()}</span>` : nothing}</dd></div>`;
        })}
        ${row(msg('Nicht möglich', { id: 'wishes.notPossibleInReview' }), typed.notPossibleOn.map((day) => dayWords(day, host.language)).join('\n'))}
        ${row(msg('Gewünscht', { id: 'wishes.servicesInReview' }), services.join('\n'))}
        ${row(msg('Nachricht zum Termin', { id: 'wishes.note' }), typed.note.trim())}
      </dl>
    </section>`;
  },
};

function typedOf({ appointment }: StepHost['drafts']['draft']): TypedWishes {
  return { ...noWishes, ...appointment };
}

function changeWishes(host: StepHost, appointment: TypedWishes): void {
  host.drafts.change({ appointment });
  // A wish that the server refused is another one now, or at another place.
  for (let index = 0; index < 5; index += 1) host.mend(pathOf(index));
}

function renderNoCalendar(host: StepHost): TemplateResult {
  return html`<div class="note" role="status"><div>
    <p>${msg('Der Kalender lässt sich gerade nicht laden. Schreiben Sie unten einfach dazu, wann es Ihnen passt, oder gehen Sie weiter.', { id: 'wishes.noCalendar' })}</p>
    <p><button type="button" class="button" @click=${() => void bringDays(host)}>${msg('Noch einmal versuchen', { id: 'wishes.again' })}</button></p>
  </div></div>`;
}

function row(label: string, value: string): TemplateResult | typeof nothing {
  return value ? html`<div><dt>${label}</dt><dd><bdi>${value}</bdi></dd></div>` : nothing;
}
