import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { ListLayout } from '@meldewerk/contract/list';
import type { ReportFilter, ReportSort } from '@meldewerk/contract/report-filter';
import { tell } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { navigate } from '@meldewerk/shell/navigation';
import { base } from '@meldewerk/shell/styles';
import { showToast } from '@meldewerk/shell/toast';
import { css, html, LitElement, nothing } from 'lit';
import { deleteView as deleteSaved, changeView, createView } from '../../data/lists.ts';
import { addressOf, allViews, listAddress, type View } from '../../list-places.ts';
import { choose, currentPreferences, preferenceChanges } from '../../preferences.ts';
import { filterSearch } from '../../report-filter.ts';
import { loadViews, readViews, viewChanges } from '../../saved-views.ts';
import { currentSession } from '../../session.ts';
import { workflowChanges } from '../../workflow.ts';
import type { AboutView } from './view-dialog.ts';

/** The views as tabs, ours and saved ones; what is on the screen can be saved as one, and the one that is shown be changed. */
export class ViewTabs extends LitElement {
  static override properties = { filter: { attribute: false }, sort: { attribute: false }, layout: { attribute: false } };
  declare filter: ReportFilter;
  declare sort: ReportSort;
  declare layout: ListLayout;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { filter: {}, sort: 'newest', layout: 'list' });
    for (const changes of [viewChanges, preferenceChanges, workflowChanges]) new ListenerController(this, changes, 'change');
    void loadViews().then(() => this.requestUpdate());
  }

  static override styles = [
    base,
    css`
      :host { min-width: 0; }
      .bar { display: flex; align-items: center; gap: 0.35rem; min-width: 0; }
      nav { display: flex; gap: 0.15rem; min-width: 0; overflow-x: auto; scrollbar-width: none; padding: 2px; }
      a, button { display: inline-flex; align-items: center; gap: 0.35rem; flex: none; min-height: 2.1rem; padding: 0 0.75rem; border: 0; border-radius: 999px; background: none; color: var(--wa-color-text-quiet); font: inherit; font-size: var(--wa-font-size-s); font-weight: 550; text-decoration: none; white-space: nowrap; cursor: pointer; }
      a:hover, button:hover { background: var(--wa-color-surface-lowered); color: var(--wa-color-text-normal); }
      a[aria-current] { background: var(--wa-color-brand-fill-quiet); color: var(--wa-color-brand-on-quiet); }
      button.icon { padding: 0; width: 2.1rem; justify-content: center; }
      button.save { color: var(--wa-color-text-link); }
      @media print { :host { display: none; } }
    `,
  ];

  override render() {
    const shown = this.#shown();
    return html`
      <div class="bar">
        <nav aria-label=${msg('Ansichten', { id: 'views.label' })}>
          ${allViews().map((view) => html`
            <a href=${addressOf(view, this.layout)} aria-current=${view.id === shown?.id ? 'page' : nothing}>
              ${view.saved?.shared ? html`<wa-icon name="share" label=${msg('Für alle', { id: 'views.shared' })}></wa-icon>` : nothing}${view.name}
            </a>`)}
        </nav>
        ${shown
          ? html`<button class="icon" @click=${() => void this.#edit(shown)} aria-label=${msg(str`Ansicht „${shown.name}“ einstellen`, { id: 'views.edit' })}><wa-icon name="settings"></wa-icon></button>`
          : html`<button class="save" @click=${() => void this.#save()}><wa-icon name="plus"></wa-icon>${msg('Ansicht speichern', { id: 'views.save' })}</button>`}
      </div>
    `;
  }

  /** The view whose filter is the one on the screen; of several with the same, the one that stands in the same order. */
  #shown(): View | undefined {
    const same = allViews().filter(({ filter }) => filterSearch(filter) === filterSearch(this.filter));
    return same.find((view) => view.sort === this.sort) ?? same[0];
  }

  async #save() {
    const answer = await this.#ask({ title: msg('Ansicht speichern', { id: 'views.save' }), name: '', shared: false, isStart: false, saved: false });
    if (!answer || answer.kind !== 'save') return;
    const id = crypto.randomUUID();
    await this.#attempt(async () => {
      await createView({ id, name: answer.name, shared: answer.shared, filter: this.filter, sort: this.sort, layout: this.layout });
      if (answer.isStart) choose({ startView: id });
      showToast({ text: msg(str`Ansicht „${answer.name}“ gespeichert`, { id: 'views.saved' }) });
    });
  }

  async #edit(view: View) {
    const isStart = (currentPreferences().startView ?? 'open') === view.id;
    const answer = await this.#ask({ title: msg(str`Ansicht „${view.name}“`, { id: 'views.title' }), name: view.name, shared: view.saved?.shared ?? false, isStart, saved: view.saved !== null, mayChange: this.#mayChange(view) });
    if (!answer) return;
    if (answer.kind === 'delete') return this.#delete(view);
    if (answer.isStart !== isStart) choose({ startView: answer.isStart ? view.id : null });
    const { saved } = view;
    if (!saved || !this.#mayChange(view)) return;
    if (answer.name === saved.name && answer.shared === saved.shared && this.sort === saved.sort && this.layout === saved.layout) return;
    await this.#attempt(() => changeView(saved.id, { name: answer.name, shared: answer.shared, filter: saved.filter, sort: this.sort, layout: this.layout }));
  }

  async #delete({ saved, name }: View) {
    if (!saved) return;
    const { id, name: savedName, filter, sort, layout, shared, mine } = saved;
    const wasStart = currentPreferences().startView === saved.id;
    await this.#attempt(async () => {
      await deleteSaved(saved.id);
      if (wasStart) choose({ startView: null });
      navigate(listAddress({ status: 'open' }, { layout: this.layout }));
      const undo = () => this.#attempt(async () => {
        await createView({ id, name: savedName, filter, sort, layout, shared });
        if (wasStart) choose({ startView: saved.id });
        navigate(addressOf({ ...saved, saved }, this.layout));
      });
      showToast({ text: msg(str`Ansicht „${name}“ gelöscht`, { id: 'views.deleted' }), ...(mine && { action: { label: msg('Rückgängig', { id: 'handling.undo' }), run: () => void undo() } }) });
    });
  }

  #mayChange({ saved }: View): boolean {
    return saved !== null && (saved.mine || currentSession().staff.role === 'admin');
  }

  async #ask(about: AboutView) {
    const { askAboutView } = await import('./view-dialog.ts');
    return askAboutView({ ...about, mayShare: currentSession().staff.role !== 'viewer' });
  }

  async #attempt(work: () => Promise<unknown>) {
    try {
      await work();
      await readViews();
    } catch (error) {
      await tell({ title: msg('Das hat nicht geklappt', { id: 'views.failed' }), text: errorText(error) });
    }
  }
}

customElements.define('view-tabs', ViewTabs);
