import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Wish } from '@meldewerk/contract/appointment';
import { localeOf } from '@meldewerk/contract/text-in';
import { currentLanguage } from '../language.ts';
import { wishCalendarStyles } from './wish-calendar-styles.ts';
import { dayWords, monthWords, partWords, reasonWords } from './wish-words.ts';
import { maxWishes, noWishes, rankOf, type TypedWishes, type WishDays } from './wishes.ts';

/**
 * A month at a time: a day is tapped, then its half. Arrow keys walk over the days as in any date grid.
 *
 * - Properties: `days` (what the workshop has), `typed` (what is chosen).
 * - Fires `wish-toggled` (`detail`: the wish) and `not-possible-toggled` (`detail`: the day).
 */
export class WishCalendar extends LitElement {
  static override styles = wishCalendarStyles;
  static override properties = { days: { attribute: false }, typed: { attribute: false }, month: { state: true }, focused: { state: true }, selected: { state: true } };
  declare days: WishDays;
  declare typed: TypedWishes;
  declare month: string | null;
  /** The one day that Tab leads to. */
  declare focused: string | null;
  declare selected: string | null;
  #move = false;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { days: [], typed: noWishes, month: null, focused: null, selected: null });
  }

  get #first(): string {
    return this.days[0]?.day ?? '';
  }

  get #last(): string {
    return this.days.at(-1)?.day ?? '';
  }

  /** The month shown: where the first day lies that can be chosen, until somebody turns the page. */
  get #shown(): string {
    return this.month ?? (this.typed.wishes[0]?.day ?? this.days.find(isFree)?.day ?? this.#first).slice(0, 7);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.days.length === 0) return nothing;
    const month = this.#shown;
    const language = currentLanguage();
    const weeks = weeksOf(month);
    const tabStop = this.focused?.startsWith(month) ? this.focused : (this.days.find((known) => known.day.startsWith(month) && isFree(known))?.day ?? this.days.find((known) => known.day.startsWith(month))?.day);
    return html`<div class="head">
        <button type="button" class="turn" aria-disabled=${month <= this.#first.slice(0, 7) ? 'true' : 'false'} @click=${() => this.#turn(-1)}><span aria-hidden="true">‹</span><span class="unseen">${msg('Voriger Monat', { id: 'wishes.previousMonth' })}</span></button>
        <p class="month" id="month" aria-live="polite">${monthWords(month, language)}</p>
        <button type="button" class="turn" aria-disabled=${month >= this.#last.slice(0, 7) ? 'true' : 'false'} @click=${() => this.#turn(1)}><span aria-hidden="true">›</span><span class="unseen">${msg('Nächster Monat', { id: 'wishes.nextMonth' })}</span></button>
      </div>
      <table role="grid" aria-labelledby="month" @keydown=${this.#onKey}>
        <thead><tr>${weeks[1]?.map((day) => html`<th scope="col"><span aria-hidden="true">${weekday(day ?? '', currentLanguage() === 'ar' ? 'narrow' : 'short')}</span><span class="unseen">${weekday(day ?? '', 'long')}</span></th>`)}</tr></thead>
        <tbody>${weeks.filter((week) => week.some((day) => day && this.#first <= day && day <= this.#last)).map((week) => html`<tr>${week.map((day) => html`<td>${day ? this.#renderDay(day, tabStop) : nothing}</td>`)}</tr>`)}</tbody>
      </table>
      <div class="chosen" aria-live="polite">${this.selected?.startsWith(month) ? this.#renderChosen(this.selected) : html`<p class="soft">${msg('Tippen Sie auf einen Tag.', { id: 'wishes.tapDay' })}</p>`}</div>`;
  }

  #renderDay(day: string, tabStop: string | undefined): TemplateResult {
    const known = this.days.find((candidate) => candidate.day === day);
    const number = Number(day.slice(8));
    if (!known) return html`<span class="day outside">${number}</span>`;
    const ranks = known.parts.flatMap(({ part }) => rankOf(this.typed, { day, part }) ?? []);
    const crossed = this.typed.notPossibleOn.includes(day);
    const free = isFree(known);
    const about = ranks.length > 0 ? msg(str`Wunsch ${ranks.join(', ')}`, { id: 'wishes.ranked' }) : crossed ? msg('geht bei Ihnen nicht', { id: 'wishes.crossed' }) : free ? '' : (known.label ?? reasonWords(known.parts[0]?.reason ?? 'closed'));
    return html`<button type="button" id="day-${day}" class="day ${free ? 'free' : ''} ${ranks.length > 0 ? 'wished' : ''} ${crossed ? 'crossed' : ''}" tabindex=${day === tabStop ? '0' : '-1'}
      aria-disabled=${free ? nothing : 'true'} aria-pressed=${this.selected === day ? 'true' : 'false'}
      @click=${() => this.#select(day)}>
      <span class="unseen">${[dayWords(day, currentLanguage()), about].filter(Boolean).join(', ')}</span><span class="number" aria-hidden="true">${number}</span>
      ${ranks.length > 0 ? html`<b aria-hidden="true">${ranks.join('·')}</b>` : html`<i class=${known.parts.map(({ part, reason }) => (reason ? '' : part)).join(' ')}></i>`}
    </button>`;
  }

  #renderChosen(day: string): TemplateResult | typeof nothing {
    const known = this.days.find((candidate) => candidate.day === day);
    if (!known) return nothing;
    const crossed = this.typed.notPossibleOn.includes(day);
    return html`<h3>${dayWords(day, currentLanguage())}</h3>
      ${isFree(known)
        ? html`<div class="halves" role="group" aria-label=${dayWords(day, currentLanguage())}>${known.parts.map(({ part, reason }) => this.#renderHalf({ day, part }, reason))}</div>
            ${this.typed.wishes.length >= maxWishes ? html`<p class="soft">${msg(str`Mehr als ${maxWishes} Wünsche gehen nicht. Nehmen Sie zuerst einen zurück.`, { id: 'wishes.enough' })}</p>` : nothing}`
        : html`<p>${known.label ? msg(str`An diesem Tag geht es nicht: ${known.label}.`, { id: 'wishes.dayClosedBecause' }) : msg(str`An diesem Tag geht es nicht (${reasonWords(known.parts[0]?.reason ?? 'closed')}).`, { id: 'wishes.dayClosed' })}</p>`}
      ${isFree(known)
        ? html`<button type="button" class="never" aria-pressed=${crossed ? 'true' : 'false'} @click=${() => this.#fire('not-possible-toggled', day)}>${crossed ? msg('Geht doch wieder', { id: 'wishes.possibleAgain' }) : msg('An diesem Tag kann ich nicht', { id: 'wishes.notPossible' })}</button>`
        : nothing}`;
  }

  #renderHalf(wish: Wish, reason: WishDays[number]['parts'][number]['reason']): TemplateResult {
    const rank = rankOf(this.typed, wish);
    return html`<button type="button" aria-pressed=${rank ? 'true' : 'false'} aria-disabled=${reason && !rank ? 'true' : nothing} @click=${() => (reason && !rank ? undefined : this.#fire('wish-toggled', wish))}>
      <span>${partWords(wish.part)}</span>${rank ? html`<b>${msg(str`${rank}. Wunsch`, { id: 'wishes.rank' })}</b>` : reason ? html`<small>${reasonWords(reason)}</small>` : nothing}
    </button>`;
  }

  #select(day: string): void {
    this.focused = day;
    this.selected = day;
  }

  #turn(by: number): void {
    const turned = monthAfter(this.#shown, by);
    if (turned < this.#first.slice(0, 7) || turned > this.#last.slice(0, 7)) return;
    this.month = turned;
    this.selected = null;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const from = (event.target as HTMLElement).id.replace('day-', '');
    const steps: Record<string, () => string> = {
      ArrowLeft: () => dayAfter(from, -1), ArrowRight: () => dayAfter(from, 1), ArrowUp: () => dayAfter(from, -7), ArrowDown: () => dayAfter(from, 7),
      Home: () => dayAfter(from, -weekdayIndex(from)), End: () => dayAfter(from, 6 - weekdayIndex(from)), PageUp: () => dayAfter(from, -28), PageDown: () => dayAfter(from, 28),
    };
    const step = steps[event.key];
    if (!step || !/^\d{4}-/.test(from)) return;
    event.preventDefault();
    const to = step();
    const day = to < this.#first ? this.#first : to > this.#last ? this.#last : to;
    this.month = day.slice(0, 7);
    this.focused = day;
    this.#move = true;
  };

  protected override updated(): void {
    if (!this.#move) return;
    this.#move = false;
    this.renderRoot.querySelector<HTMLElement>(`#day-${this.focused}`)?.focus();
  }

  #fire(name: 'wish-toggled' | 'not-possible-toggled', detail: Wish | string): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

function isFree({ parts }: WishDays[number]): boolean {
  return parts.some(({ reason }) => reason === null);
}

const dayMs = 24 * 60 * 60 * 1000;

function dayAfter(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * dayMs).toISOString().slice(0, 10);
}

function monthAfter(month: string, by: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}

/** Monday is 0. */
function weekdayIndex(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The days of a month in weeks from Monday to Sunday; null where another month is. */
function weeksOf(month: string): (string | null)[][] {
  const weeks: (string | null)[][] = [];
  for (let monday = dayAfter(`${month}-01`, -weekdayIndex(`${month}-01`)); monday.slice(0, 7) <= month; monday = dayAfter(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => dayAfter(monday, index)).map((day) => (day.startsWith(month) ? day : null)));
  }
  return weeks;
}

/** Arabic has no short names, and seven whole ones do not fit beside each other. */
function weekday(day: string, width: 'narrow' | 'short' | 'long'): string {
  return day && new Intl.DateTimeFormat(localeOf(currentLanguage()), { weekday: width, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

if (!customElements.get('wish-calendar')) customElements.define('wish-calendar', WishCalendar);
