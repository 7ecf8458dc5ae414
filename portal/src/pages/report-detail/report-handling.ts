import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { handlingFields, settableStatuses, type ChangeHandlingInput, type Colleague, type Handling, type HandlingChange, type HandlingField } from '@meldewerk/contract/handling';
import type { ReportDetail } from '@meldewerk/contract/report';
import { tell } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { ProblemError } from '@meldewerk/shell/request';
import { base, card } from '@meldewerk/shell/styles';
import { showToast } from '@meldewerk/shell/toast';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { changeHandling, fetchColleagues, fetchTags } from '../../data/handling.ts';
import { fetchReport } from '../../data/reports.ts';
import { customerWillHear } from '../../rules-in-force.ts';
import { currentSession } from '../../session.ts';
import { ShortcutController } from '../../shortcuts.ts';
import { status } from '../../styles/shared.ts';
import { nextStatus, statusText, workflowChanges } from '../../workflow.ts';
import { controlStyles } from '../forms/control-styles.ts';
import { clashPanel, clashStyles, type Clash } from './report-handling-clash.ts';
import { askReopening, mayClose, statusBeforeClosing } from './report-handling-closing.ts';
import { fieldsPart, fieldsPartStyles, readOnlyFields } from './report-handling-fields.ts';
import { pillStyles, statusPart, statusPartStyles, type WantedStatus } from './report-handling-status.ts';
import { fieldLabel, fieldValue } from './report-handling-words.ts';

/**
 * Where a report stands, who has it, what comes next: changed in place, each change saved at once and taken back by a toast.
 * Fires `report-stale` after a change.
 */
export class ReportHandling extends LitElement {
  static override properties = {
    report: { attribute: false }, timeZone: { attribute: false }, mayEdit: { attribute: false },
    handling: { state: true }, typed: { state: true }, clash: { state: true }, fault: { state: true }, busy: { state: true }, colleagues: { state: true }, tags: { state: true },
  };
  declare report: ReportDetail;
  declare timeZone: string;
  declare mayEdit: boolean;
  /** The newest we know of: the report's, or what a change was answered with. */
  declare handling: Handling;
  /** The next step as it is being typed, and what stood there when that began. */
  declare typed: { text: string; base: string | null } | undefined;
  declare clash: Clash | undefined;
  declare fault: string;
  declare busy: boolean;
  declare colleagues: Colleague[];
  declare tags: string[];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { fault: '', busy: false, colleagues: [], tags: [] });
    new ListenerController(this, workflowChanges, 'change');
    new ShortcutController(this, {
      'w': () => this.#goOn(),
      's': () => this.renderRoot.querySelector<HTMLElement>('button.pill')?.click(),
      'm': () => this.mayEdit && this.handling.assigneeId !== currentSession().staff.id && void this.#set({ assigneeId: currentSession().staff.id }),
    });
  }

  static override styles = [
    base, card, status, controlStyles, pillStyles, statusPartStyles, fieldsPartStyles, clashStyles,
    css`
      :host { display: block; margin-top: 1rem; }
      section { display: grid; gap: 0.9rem; padding: 0.9rem 1.15rem 1.05rem; }
      .head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.6rem 1rem; }
      .onward { display: flex; }
      .fault:empty { display: none; }
      @media (max-width: 40rem) { .onward { flex: 1 1 100%; } .onward wa-button { flex: 1; } .onward wa-button::part(base) { width: 100%; } }
      @media print { .onward, button.pill wa-icon { display: none; } }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    void this.#readChoices();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('report')) return;
    const before = changed.get('report');
    if (before?.id !== this.report.id) Object.assign(this, { handling: this.report.handling, typed: undefined, clash: undefined, fault: '', busy: false });
    else if (this.report.handling.version >= this.handling.version) this.handling = this.report.handling;
  }

  override render() {
    const { handling, timeZone, mayEdit, busy } = this;
    return html`
      <section class="card" aria-label=${msg('Bearbeitung', { id: 'handling.title' })}>
        <div class="head">${statusPart({ handling, timeZone, mayEdit, busy, onChoose: (wanted) => void this.#choose(wanted), onReopen: () => void this.#choose({ status: statusBeforeClosing(this.report), subStatus: null }) })}</div>
        ${this.clash ? clashPanel({ clash: this.clash, timeZone, nameOf: this.#nameOf, onTake: this.#takeTheirs, onSet: () => void this.#setKnowingly() }) : nothing}
        ${mayEdit
          ? fieldsPart({
              handling, timeZone, colleagues: this.colleagues, tags: this.tags, me: currentSession().staff.id, nextStep: this.typed?.text ?? handling.nextStep ?? '',
              onSet: (set) => void this.#set(set), onType: this.#type, onNextStep: () => void this.#saveNextStep(),
            })
          : readOnlyFields({ handling, timeZone })}
        <p class="fault" role="alert">${this.fault ? html`<wa-icon name="error"></wa-icon>${this.fault}` : nothing}</p>
      </section>
    `;
  }

  readonly #nameOf = (id: string) => this.colleagues.find((colleague) => colleague.id === id)?.name;

  readonly #type = (text: string) => {
    const { nextStep } = this.handling;
    this.typed = text === (nextStep ?? '') && !this.typed ? undefined : { text, base: this.typed?.base ?? nextStep };
    if (text === (this.typed?.base ?? '')) this.typed = undefined;
  };

  async #saveNextStep() {
    const { typed } = this;
    if (!typed || this.clash) return;
    await this.#set({ nextStep: typed.text.trim() || null }, { expected: { nextStep: typed.base } });
  }

  #goOn() {
    const next = settableStatuses.find((known) => known === nextStatus(this.handling.status));
    if (next && this.mayEdit && !this.busy) void this.#choose({ status: next, subStatus: null });
  }

  async #choose({ status: wanted, subStatus }: WantedStatus) {
    const { report, handling } = this;
    const reopens = handling.closedAt !== null && wanted !== 'completed' && wanted !== 'cancelled';
    const reopening = reopens ? await askReopening(wanted, handling) : null;
    if (reopens ? !reopening : wanted !== handling.status && !(await mayClose(report, wanted, this.timeZone))) return;
    if (report.id !== this.report.id) return;
    const target = reopening?.status ?? wanted;
    const finer = target === wanted ? subStatus : null;
    const set: HandlingChange = { ...(target !== handling.status && { status: target }), ...((target === handling.status || finer !== null) && { subStatus: finer }) };
    await this.#set(set, { note: reopening?.note });
  }

  /** Saves at once. What somebody else changed meanwhile is not written over, and nothing typed is lost. */
  async #set(set: HandlingChange, { expected, note }: { expected?: Partial<Handling>; note?: string | undefined } = {}) {
    const { report: { id }, handling: seen } = this;
    Object.assign(this, { busy: true, fault: '' });
    try {
      const next = await changeHandling(id, { expected: { ...pick(seen, set), ...expected }, set, ...(note !== undefined && { note }) });
      void this.#offerUndo(id, { ...seen, ...expected }, next, set);
      if (id !== this.report.id) return;
      this.handling = next;
      if (set.nextStep !== undefined) this.typed = undefined;
      this.clash = undefined;
      this.dispatchEvent(new CustomEvent('report-stale', { bubbles: true, composed: true }));
    } catch (error) {
      if (id === this.report.id) await this.#explain(error, { seen: { ...seen, ...expected }, set, note });
    } finally {
      if (id === this.report.id) this.busy = false;
    }
  }

  async #explain(error: unknown, attempt: Pick<Clash, 'seen' | 'set' | 'note'>) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'changedMeanwhile') {
      this.fault = error instanceof ProblemError ? (error.problem.issues?.[0]?.message ?? errorText(error)) : errorText(error);
      // Controls show again what is saved.
      return this.requestUpdate('handling');
    }
    const named = error.problem.issues?.map(({ path }) => path) ?? [];
    const fresh = await fetchReport(this.report.id).catch(() => undefined);
    if (!fresh || fresh.id !== this.report.id) return void (this.fault = errorText(error));
    this.handling = fresh.handling;
    this.clash = { ...attempt, fields: handlingFields.filter((field) => named.includes(field)), fresh };
    this.dispatchEvent(new CustomEvent('report-stale', { bubbles: true, composed: true }));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.clash')?.focus();
  }

  readonly #takeTheirs = () => Object.assign(this, { clash: undefined, typed: undefined });

  async #setKnowingly() {
    if (!this.clash) return;
    const { set, note, fresh } = this.clash;
    await this.#set(set, { expected: pick(fresh.handling, set), note });
  }

  async #offerUndo(id: string, before: Handling, after: Handling, set: HandlingChange) {
    const status = settableStatuses.find((known) => known === before.status);
    const moved = set.status !== undefined;
    const back: HandlingChange = { ...pick(before, set), ...(moved && { subStatus: before.subStatus }) } as HandlingChange;
    const [field = 'status'] = Object.keys(set) as HandlingField[];
    const text = moved || set.subStatus !== undefined ? statusText(after.status, after.subStatus) : `${fieldLabel(field)}: ${fieldValue(after, field, this.#nameOf)}`;
    const undo = async () => {
      try {
        const undone = await changeHandling(id, { expected: pick(after, back), set: back } as ChangeHandlingInput);
        if (id === this.report.id) this.handling = undone;
        showToast({ text: msg('Zurückgenommen', { id: 'handling.undone' }) });
        this.dispatchEvent(new CustomEvent('report-stale', { bubbles: true, composed: true }));
      } catch (error) {
        const issue = error instanceof ProblemError ? error.problem.issues?.[0]?.message : undefined;
        await tell({ title: msg('Nicht zurückgenommen', { id: 'handling.undoFailed' }), text: issue ?? errorText(error) });
      }
    };
    const mayUndo = !moved || status !== undefined;
    const shown = showToast({ text: msg(str`Gespeichert – ${text}`, { id: 'handling.saved' }), ...(mayUndo && { action: { label: msg('Rückgängig', { id: 'handling.undo' }), run: undo } }) });
    if ((moved || set.subStatus) && (await customerWillHear(after))) shown.amend(msg(str`Gespeichert – ${text}. Der Kunde bekommt in einer Minute eine Nachricht, in der Ruhezeit danach.`, { id: 'handling.savedAndTold' }));
  }

  /** Whom it may be given to, and words to suggest; without them the rest works all the same. */
  async #readChoices() {
    const [colleagues, tags] = await Promise.all([fetchColleagues().catch(() => []), fetchTags().catch(() => [])]);
    Object.assign(this, { colleagues, tags });
  }
}

/** Of what is seen, the fields that a change sets. */
function pick(handling: Handling, set: HandlingChange): Partial<Handling> {
  return Object.fromEntries((Object.keys(set) as HandlingField[]).map((field) => [field, handling[field]]));
}

customElements.define('report-handling', ReportHandling);
