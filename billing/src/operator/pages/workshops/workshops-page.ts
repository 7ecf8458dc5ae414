import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { workshopStates, type WorkshopPage as Found, type WorkshopQuery, type WorkshopRow } from '@meldewerk/contract/operator';
import { navigate } from '@meldewerk/shell/navigation';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { ActionController } from '../../../browser/action-controller.ts';
import { failureCallout } from '../../../browser/callouts.ts';
import { fieldStyles } from '../../../browser/fields.ts';
import { LoadController } from '../../../browser/load-controller.ts';
import { fetchWorkshops } from '../../data/workshops.ts';
import { setPageTitle } from '../../page-title.ts';
import { paths } from '../../router.ts';
import { consoleStyles } from '../../styles/console.ts';
import { workshopStateWord } from '../../words.ts';
import { loaded } from '../loaded.ts';
import { workshopTable } from './workshop-table.ts';

const typingPauseMs = 250;

/** Every workshop with how it pays: by state, and found by name, address or accounting e-mail. */
export class WorkshopsPage extends LitElement {
  static override properties = { search: { type: String }, more: { state: true }, next: { state: true } };
  declare search: string;
  /** What was loaded after the first page; `next` is undefined while that is all. */
  declare more: WorkshopRow[];
  declare next: string | null | undefined;

  readonly #first = new LoadController<Found>(this, () => fetchWorkshops(this.#query));
  readonly #loadingMore = new ActionController(this);
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.more = [];
  }

  static override styles = [
    consoleStyles,
    fieldStyles,
    css`
      .tools { display: grid; gap: 0.9rem; margin-bottom: 1.1rem; }
      .field { max-width: 26rem; }
      @media (min-width: 52.01rem) { td:nth-child(3) { min-width: 7.5rem; } }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('search') || !this.hasUpdated) return;
    this.more = [];
    this.next = undefined;
    void this.#first.load();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  override render() {
    setPageTitle(msg('Werkstätten', { id: 'workshops.title' }));
    const { state: chosen, search } = this.#query;
    const counts = this.#first.value?.counts;
    const filter = (state: WorkshopRow['state'] | undefined, label: string, count: number | undefined) =>
      html`<a href=${addressOf({ state, search })} aria-current=${chosen === state ? 'true' : 'false'}>${label}${count === undefined ? nothing : html` <span class="count">${count}</span>`}</a>`;
    return html`
      <div class="title">
        <h1>${msg('Werkstätten', { id: 'workshops.title' })}</h1>
        <wa-button variant="brand" href=${paths.newWorkshop}><wa-icon slot="start" name="plus"></wa-icon>${msg('Neue Werkstatt', { id: 'newWorkshop.title' })}</wa-button>
      </div>
      <div class="tools">
        <div class="field" role="search">
          <label for="search">${msg('Suchen', { id: 'workshops.search' })}</label>
          <input id="search" type="search" maxlength="100" autocomplete="off" spellcheck="false" .value=${search ?? ''} placeholder=${msg('Name, Adresse oder E-Mail', { id: 'workshops.searchHint' })} @input=${this.#type} />
        </div>
        <nav class="filters" aria-label=${msg('Nach Stand', { id: 'workshops.byState' })}>
          ${filter(undefined, msg('Alle', { id: 'filter.all' }), counts?.reduce((sum, { count }) => sum + count, 0))}
          ${workshopStates.filter((state) => state === chosen || counts?.some((each) => each.state === state && each.count > 0)).map((state) => filter(state, workshopStateWord(state), counts?.find((each) => each.state === state)?.count))}
        </nav>
      </div>
      ${loaded(this.#first, (first) => this.#list(first))}
    `;
  }

  #list(first: Found) {
    const all = [...first.workshops, ...this.more];
    const next = this.next === undefined ? first.next : this.next;
    if (all.length === 0) return this.#nothingFound();
    return html`
      <p class="visually-hidden" role="status">${next ? msg(str`${all.length} Werkstätten, und es gibt weitere.`, { id: 'workshops.shownSome' }) : msg(str`${all.length} Werkstätten.`, { id: 'workshops.shown' })}</p>
      <section class="card flush">${workshopTable(all)}</section>
      ${failureCallout(this.#loadingMore.failure)}
      ${next ? html`<div class="buttons"><wa-button appearance="outlined" ?loading=${this.#loadingMore.running} @click=${() => this.#loadMore(next)}>${msg('Mehr laden', { id: 'list.more' })}</wa-button></div>` : nothing}
    `;
  }

  #nothingFound() {
    const isFiltered = this.#query.search !== undefined || this.#query.state !== undefined;
    return html`<section class="card empty">
      <wa-icon name=${isFiltered ? 'search' : 'briefcase'}></wa-icon>
      <h2>${isFiltered ? msg('Nichts gefunden', { id: 'workshops.nothing' }) : msg('Noch keine Werkstatt', { id: 'workshops.noneYet' })}</h2>
      <p class="quiet">${isFiltered ? msg('Keine Werkstatt passt zu Suche und Stand.', { id: 'workshops.nothingText' }) : msg('Legen Sie die erste an; die Einladungen gehen gleich mit hinaus.', { id: 'workshops.noneYetText' })}</p>
      ${isFiltered ? html`<a class="more" href=${paths.workshops}>${msg('Alle zeigen', { id: 'workshops.showAll' })}</a>` : nothing}
    </section>`;
  }

  readonly #type = (event: Event) => {
    const search = (event.target as HTMLInputElement).value;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => navigate(addressOf({ ...this.#query, search: search || undefined }), 'replace'), typingPauseMs);
  };

  #loadMore(after: string) {
    return this.#loadingMore.run(async () => {
      const { workshops, next } = await fetchWorkshops({ ...this.#query, after });
      this.more = [...this.more, ...workshops];
      this.next = next;
    });
  }

  get #query(): WorkshopQuery {
    const asked = new URLSearchParams(this.search);
    return { state: workshopStates.find((state) => state === asked.get('state')), search: asked.get('search') ?? undefined };
  }
}

function addressOf({ state, search }: WorkshopQuery): string {
  const query = new URLSearchParams({ ...(state && { state }), ...(search && { search }) }).toString();
  return query ? `${paths.workshops}?${query}` : paths.workshops;
}

customElements.define('workshops-page', WorkshopsPage);
