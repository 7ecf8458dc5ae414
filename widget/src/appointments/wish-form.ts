import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Wish } from '@meldewerk/contract/appointment';
import type { Language } from '@meldewerk/contract/language';
import './wish-calendar.ts';
import { dayWords, partWords, reasonWords, shortDayWords, wishWords } from './wish-words.ts';
import { moveWish, reasonOf, toggleNotPossible, toggleWish, type TypedWishes, type WishDays } from './wishes.ts';

type WishForm = {
  typed: TypedWishes;
  days: WishDays;
  language: Language;
  change: (typed: TypedWishes) => void;
  /** What is wrong with a wish, by its place. */
  faultAt: (index: number) => string | undefined;
  /** Says something to people who listen instead of looking. */
  announce: (sentence: string) => void;
  /** Element id of a wish that a list of faults leads to. */
  idOf: (index: number) => string;
};

/** The calendar, the wishes in their order, and what else the workshop should know. */
export function renderWishForm(form: WishForm): TemplateResult {
  const { typed, days, change, announce, language } = form;
  return html`<div class="wishes">
    <wish-calendar .days=${days} .typed=${typed}
      @wish-toggled=${({ detail }: CustomEvent<Wish>) => {
        const changed = toggleWish(typed, detail);
        change(changed);
        announce(changed.wishes.length > typed.wishes.length ? msg(str`${wishWords(detail, language)}: ${changed.wishes.length}. Wunsch`, { id: 'wishes.added' }) : msg(str`${wishWords(detail, language)} zurückgenommen`, { id: 'wishes.removed' }));
      }}
      @not-possible-toggled=${({ detail }: CustomEvent<string>) => change(toggleNotPossible(typed, detail))}></wish-calendar>
    <div class="ranked">
      <h3>${msg('Ihre Wünsche', { id: 'wishes.yours' })}</h3>
      ${typed.wishes.length === 0 ? html`<p class="soft">${msg('Noch keiner gewählt. Bis zu fünf sind möglich; der erste ist Ihnen am liebsten.', { id: 'wishes.none' })}</p>` : renderRanked(form)}
      ${typed.notPossibleOn.length > 0
        ? html`<p class="soft">${msg('Nicht möglich:', { id: 'wishes.notPossibleOn' })} ${typed.notPossibleOn.map((day) => html`<button type="button" class="chip" aria-label=${msg(str`${dayWords(day, language)}: geht doch wieder`, { id: 'wishes.makePossible' })} @click=${() => change(toggleNotPossible(typed, day))}>${shortDayWords(day, language)} <span aria-hidden="true">✕</span></button>`)}</p>`
        : nothing}
    </div>
  </div>`;
}

function renderRanked({ typed, days, language, change, faultAt, announce, idOf }: WishForm): TemplateResult {
  const move = (from: number, to: number) => {
    change(moveWish(typed, from, to));
    announce(msg(str`Jetzt ${to + 1}. Wunsch`, { id: 'wishes.moved' }));
  };
  return html`<ol>
    ${repeat(typed.wishes, ({ day, part }) => `${day}/${part}`, (wish, index) => {
      const words = wishWords(wish, language);
      const reason = reasonOf(days, wish);
      const fault = faultAt(index);
      return html`<li id=${idOf(index)} tabindex="-1">
        <span class="rank" aria-hidden="true">${index + 1}</span>
        <span class="what">${shortDayWords(wish.day, language)}<br />${partWords(wish.part)}
          ${fault ? html`<span class="wrong">${fault}</span>` : reason === 'full' ? html`<span class="soft">${fullMeanwhile()}</span>` : reason ? html`<span class="wrong">${reasonWords(reason)}</span>` : nothing}
        </span>
        <span class="moves">
          <button type="button" aria-label=${msg(str`${words}: nach oben`, { id: 'wishes.up' })} aria-disabled=${index === 0 ? 'true' : nothing} @click=${() => (index === 0 ? undefined : move(index, index - 1))}>↑</button>
          <button type="button" aria-label=${msg(str`${words}: nach unten`, { id: 'wishes.down' })} aria-disabled=${index === typed.wishes.length - 1 ? 'true' : nothing} @click=${() => (index === typed.wishes.length - 1 ? undefined : move(index, index + 1))}>↓</button>
          <button type="button" aria-label=${msg(str`${words}: zurücknehmen`, { id: 'wishes.takeBack' })} @click=${() => change(toggleWish(typed, wish))}>✕</button>
        </span>
      </li>`;
    })}
  </ol>`;
}

/** Said of a wish that others were faster with: it loses nobody their report. */
export function fullMeanwhile(): string {
  return msg('Inzwischen belegt. Die Werkstatt sieht den Wunsch trotzdem.', { id: 'wishes.fullMeanwhile' });
}

/** What the customer would like beside the repair, and a word of their own. */
export function renderWishExtras({ typed, change }: Pick<WishForm, 'typed' | 'change'>, { services }: { services: boolean }): TemplateResult {
  const tick = (name: 'pickUp' | 'bringBack' | 'replacementCar', label: string) => html`<label class="wish-tick"><input type="checkbox" .checked=${live(typed[name])} @change=${(event: Event) => change({ ...typed, [name]: (event.target as HTMLInputElement).checked })} /><span>${label}</span></label>`;
  return html`<div class="wish-extras">
    ${services
      ? html`<fieldset>
          <legend>${msg('Was würde Ihnen helfen?', { id: 'wishes.services' })} <span class="optional">${msg('(freiwillig)', { id: 'field.optional' })}</span></legend>
          ${tick('pickUp', msg('Bitte das Fahrzeug bei mir abholen', { id: 'wishes.wantPickUp' }))}
          ${tick('bringBack', msg('Bitte das Fahrzeug zurückbringen', { id: 'wishes.wantBringBack' }))}
          ${tick('replacementCar', msg('Ich brauche ein Ersatzfahrzeug', { id: 'wishes.wantReplacementCar' }))}
          ${typed.replacementCar
            ? html`<div class="line"><label for="wish-needs">${msg('Was muss es können?', { id: 'wishes.needs' })}</label>
                <input id="wish-needs" type="text" maxlength="200" autocomplete="off" placeholder=${msg('Automatik, Anhängerkupplung, Kindersitz …', { id: 'wishes.needsExample' })} .value=${live(typed.replacementCarNeeds)} @input=${(event: Event) => change({ ...typed, replacementCarNeeds: (event.target as HTMLInputElement).value })} /></div>`
            : nothing}
          <p class="soft small">${msg('Ob und zu welchem Preis, sagt Ihnen die Werkstatt.', { id: 'wishes.servicesHint' })}</p>
        </fieldset>`
      : nothing}
    <div class="line"><label for="wish-note">${msg('Nachricht zum Termin', { id: 'wishes.note' })} <span class="optional">${msg('(freiwillig)', { id: 'field.optional' })}</span></label>
      <textarea id="wish-note" rows="2" maxlength="500" .value=${live(typed.note)} @input=${(event: Event) => change({ ...typed, note: (event.target as HTMLTextAreaElement).value })}></textarea></div>
  </div>`;
}
