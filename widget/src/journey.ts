import { html, nothing, type CSSResult, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Catalogue } from '@meldewerk/contract/catalogue';
import type { Draft } from './draft.ts';
import type { Beside } from './handoff/beside.ts';
import { renderElsewhere } from './elsewhere.ts';
import { renderFaults } from './faults.ts';
import { fieldId, isReached, laterOf, stepAfter, stepOfPath, stepOn, type Fault, type StepId } from './flow.ts';
import { receiptStyles, renderReceipt } from './later-steps.ts';
import { bringSteps } from './step-files.ts';
import type { Step, StepHost } from './step.ts';
import { laterFrameStyles } from './styles/later-frame.ts';

/** What the element does for the journey. */
export interface Stage extends StepHost, ReactiveControllerHost {
  stepsOf(draft: Draft): readonly StepId[];
  /** The whole of what the workshop says about itself; for the first step the script brings a part of it. */
  readWholeSite(): Promise<void>;
  adopt(styles: readonly CSSResult[]): void;
  fail(error: unknown, retry: () => void): void;
  recover(): void;
  emit(name: string, detail: object): void;
}

/**
 * The way from the first step to the receipt: where the customer goes, what a step needs before it is drawn, what is
 * missing and where the focus belongs. Loaded at the first touch.
 */
export class Journey implements ReactiveController {
  faults: readonly Fault[] = [];
  catalogue: Catalogue | null = null;
  /** Steps whose code is here, but the first. */
  steps: Partial<Record<StepId, Step>> = {};
  /** Who was sent to another step for a missing detail goes back from there. */
  backTo: StepId | null = null;
  readonly #host: Stage;
  /** What gets the focus once the step is drawn: the step's heading, the list of faults, or a field. */
  #focusNext: string | null = null;
  #beside: Beside | null = null;

  constructor(host: Stage) {
    this.#host = host;
    host.adopt([laterFrameStyles]);
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#onPopState);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#onPopState);
  }

  hostUpdated(): void {
    const host = this.#host as Stage & HTMLElement;
    const target = this.#focusNext && host.shadowRoot?.querySelector<HTMLElement>(`#${CSS.escape(this.#focusNext)}`);
    if (!target) return;
    const moved = this.#focusNext === 'heading';
    this.#focusNext = null;
    for (let around = target.closest('details'); around; around = around.parentElement?.closest('details') ?? null) around.open = true;
    target.focus({ preventScroll: moved });
    if (moved && host.getBoundingClientRect().top < 0) host.scrollIntoView({ block: 'start' });
  }

  /** The next heading that is drawn gets the focus. */
  focusHeading(): void {
    this.#focusNext = 'heading';
  }

  mend(path: string): void {
    this.faults = this.faults.filter((fault) => !fault.fromServer || fault.path !== path);
    this.recheck();
  }

  recheck(): void {
    if (this.faults.length === 0) return;
    const open = new Map(this.#checkReached().map((fault) => [fault.path, fault]));
    this.faults = this.faults.flatMap((fault) => (fault.fromServer ? fault : (open.get(fault.path) ?? [])));
    this.#host.requestUpdate();
  }

  showFaults(faults: readonly Fault[]): void {
    this.faults = faults;
    this.#focusNext = 'faults';
    this.#host.requestUpdate();
  }

  next(): void {
    const { draft } = this.#host.drafts;
    this.finish(draft.step, this.backTo ?? stepOn(draft.step, draft.furthest, this.#host.stepsOf(draft)));
  }

  /** Goes on where nothing is missing. */
  finish(step: StepId, goOn: StepId): void {
    const faults = this.#host.steps[step]?.check(this.#host) ?? [];
    if (faults.length > 0) return this.showFaults(faults);
    this.goTo(goOn);
  }

  goTo(step: StepId, path?: string): void {
    const host = this.#host;
    const { draft } = host.drafts;
    // Faults found in the review stay marked where it sends the customer.
    if (path) this.#focusNext = fieldId(path);
    else this.#arriveAt(step);
    if (step === draft.step) return host.requestUpdate();
    if (!path || step === 'forms') this.backTo = null;
    else if (draft.step === 'forms') this.backTo = 'forms';
    host.drafts.change({ step, furthest: laterOf(step, draft.furthest) });
    if (host.ownPage) history.pushState({ meldewerkStep: step }, '');
    void this.show(step);
  }

  /** Brings what a step needs (code, catalogue, photos) and draws it. */
  async show(step: StepId): Promise<void> {
    const host = this.#host;
    host.recover();
    const { receipt } = host.drafts.draft;
    try {
      if (step !== 'category' || receipt) await this.#load(step);
    } catch (error) {
      return host.fail(error, () => void this.show(step));
    }
    host.requestUpdate();
    if (!receipt) void this.#bringBeside(step);
    // What comes next comes in while this one is being done.
    const next = stepAfter(step, host.stepsOf(host.drafts.draft));
    if (step !== 'category' && !receipt) void bringSteps([next]).then((brought) => brought[next]?.open?.(host, step)).catch(() => {});
    host.emit('meldewerk-step', { step: receipt ? 'receipt' : step });
  }

  startNew(): void {
    this.focusHeading();
    void this.show('category');
  }

  received(): void {
    this.focusHeading();
    this.faults = [];
    this.#host.requestUpdate();
  }

  async reload(): Promise<void> {
    this.catalogue = await this.#readCatalogue();
  }

  renderFaults(at: StepId): TemplateResult | typeof nothing {
    if (this.faults.length === 0) return nothing;
    return renderFaults(this.faults, ({ path }) => this.goTo(stepOfPath(path) === 'review' ? at : stepOfPath(path), path));
  }

  /** Beside the step: a phone that helps, and what another device has changed. */
  renderBeside(): TemplateResult | typeof nothing {
    return this.#beside?.render() ?? nothing;
  }

  /** What stands in place of the step: the receipt, or that another tab has the draft. */
  renderInstead(): TemplateResult | null {
    const { drafts } = this.#host;
    if (drafts.place === 'elsewhere') return renderElsewhere(() => this.#takeOver());
    return drafts.draft.receipt && html`${renderReceipt(this.#host, drafts.draft.receipt)}`;
  }

  /** Only where it can be of use: on a computer, or where another device has the draft too. */
  async #bringBeside(step: StepId): Promise<void> {
    const { link, drafts } = this.#host;
    if (this.#beside || step === 'category' || !(link || drafts.draft.handoff || matchMedia('(pointer: fine) and (min-width: 640px)').matches)) return;
    const { Beside: Brought, besideStyles } = await import('./handoff/beside.ts');
    if (this.#beside) return;
    this.#host.adopt([besideStyles]);
    this.#beside = new Brought(this.#host);
    this.#host.requestUpdate();
  }

  #takeOver(): void {
    this.focusHeading();
    void this.#host.drafts.takeOver();
  }

  /** The review names what a change has left open, also in steps that were done before. */
  #arriveAt(step: StepId): void {
    this.faults = step === 'review' ? this.#checkReached() : [];
    this.#focusNext = this.faults.length > 0 ? 'faults' : 'heading';
  }

  #checkReached(): Fault[] {
    const host = this.#host;
    const { draft } = host.drafts;
    return host.stepsOf(draft).flatMap((id) => (id === draft.step || isReached(id, draft.furthest) ? (host.steps[id]?.check(host) ?? []) : []));
  }

  async #load(step: StepId): Promise<void> {
    const host = this.#host;
    const { draft } = host.drafts;
    const near = host.stepsOf(draft).filter((id) => id !== 'category' && (isPlain(id) || isReached(id, laterOf(step, draft.furthest))));
    const [brought, catalogue] = await Promise.all([bringSteps(draft.receipt ? [] : near), this.catalogue ?? this.#readCatalogue(), host.readWholeSite()]);
    // The workshop may have published another one since the script was made.
    // For pages that are opened without net.
    void host.drafts.keep(host.drafts.store.writeSite(host.site));
    this.catalogue = catalogue.version === host.site.catalogueVersion || this.catalogue ? catalogue : await this.#readCatalogue();
    // Nothing is drawn, checked or sent before what it needs is there.
    await Promise.all(Object.values(brought).map((known) => known.open?.(host, step)));
    this.steps = { ...this.steps, ...brought };
    host.adopt([...Object.values(this.steps).flatMap((known) => known.styles), ...receiptStyles]);
  }

  #readCatalogue(): Promise<Catalogue> {
    const { api, site, language } = this.#host;
    return api.readCatalogue(site.catalogueVersion, language);
  }

  readonly #onPopState = ({ state }: PopStateEvent) => {
    const { ownPage, drafts } = this.#host;
    const step = (state as { meldewerkStep?: StepId } | null)?.meldewerkStep;
    if (!ownPage || !step || !isReached(step, drafts.draft.furthest) || drafts.draft.receipt) return;
    this.backTo = null;
    this.#arriveAt(step);
    drafts.change({ step });
    void this.show(step);
  };
}

/** The steps that are plain questions come together. */
function isPlain(step: StepId): boolean {
  return step === 'safety' || step === 'questions' || step === 'vehicle' || step === 'contact' || step === 'review';
}
