import { updateWhenLocaleChanges, msg } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Catalogue, Category } from '@meldewerk/contract/catalogue';
import type { Language } from '@meldewerk/contract/language';
import type { Site } from '@meldewerk/contract/tenant';
import { tokens } from '@meldewerk/elements/tokens';
import { Api } from './api.ts';
import { DraftController } from './draft-controller.ts';
import type { Draft, DraftReceipt, Typed } from './draft.ts';
import { openDraftStore } from './draft-store.ts';
import { renderElsewhere } from './elsewhere.ts';
import { fieldId, isReached, laterOf, stepAfter, stepOfPath, stepOn, stepsOf, type Fault, type StepId } from './flow.ts';
import { failureOf, renderFailure, type Failure } from './failure.ts';
import { renderActions, renderFaults, renderHeader, renderProgress, renderSkeleton } from './frame.ts';
import { currentDirection, currentLanguage, pickLanguage, speak, spokenLanguages } from './language.ts';
import { linkTokenOf } from './link/link-token.ts';
import type { UploadController } from './photos/upload-controller.ts';
import { siteColors } from './site-colors.ts';
import { bringSteps } from './step-files.ts';
import { statusTokenOf } from './status-page/status-token.ts';
import type { LinkDoor, Step, StepHost } from './step.ts';
import { categoryStep } from './steps/category-step.ts';
import { frameStyles } from './styles/frame.ts';
import { hostStyles } from './styles/host.ts';
import { stateStyles } from './styles/states.ts';
import { tileStyles } from './styles/tiles.ts';

/** At the first touch, not before: until then the page pays for widget.js alone. */
function prepareLaterSteps(): void {
  void import('./later-steps.ts').catch(() => {});
}

const scriptOrigin = new URL(import.meta.url).origin;

/**
 * A damage report, from the first question to the receipt.
 *
 * ```html
 * <script type="module" src="https://WORKSHOP.EXAMPLE/widget.js"></script>
 * <damage-report><a href="https://WORKSHOP.EXAMPLE/">Schaden melden</a></damage-report>
 * ```
 *
 * It lives in the page (shadow root, no iframe), sets no cookie, and keeps what was typed on the device until it is sent.
 * A page with a strict Content-Security-Policy allows the workshop's address in `script-src`, `connect-src` and `img-src`.
 *
 * @attr {string} tenant-url - Address of the workshop's site; the script's own origin when absent.
 * @attr {de|en|tr|pl|uk|ar} lang - Language to begin in; else the page's, else the browser's, as far as the workshop offers it.
 * @attr {boolean} own-page - The page belongs to the workshop's own site: steps enter the browser history, drafts have no time limit,
 *   at `/m/<token>` it opens the report that the workshop prepared, and at `/s/<token>` the status page of one that was sent.
 *
 * @slot - What stands in when the report cannot be loaded, such as a link or a phone number.
 *
 * @fires meldewerk-ready - The first step can be used.
 * @fires meldewerk-step - Another step is shown; `detail.step` is `category safety questions vehicle damages photos contact appointment forms review` or `receipt`.
 * @fires meldewerk-submitted - The workshop has the report; `detail.reference` is its number.
 *
 * @cssprop --meldewerk-brand - Colour of buttons and marks as `#rrggbb`; text on it turns black or white by itself.
 * @cssprop --meldewerk-background - Behind everything; keep it light.
 * @cssprop --meldewerk-font - Font family.
 * @cssprop --meldewerk-radius - Corners of the frame.
 *
 * @csspart frame header progress step heading tile actions primary-button - For everything else.
 */
export class DamageReport extends LitElement implements StepHost {
  static override styles = [tokens, hostStyles, frameStyles, tileStyles, stateStyles];

  api!: Api;
  site!: Site;
  catalogue: Catalogue | null = null;
  photos: UploadController | null = null;
  link: LinkDoor | null = null;
  faults: readonly Fault[] = [];
  readonly drafts = new DraftController(this, () => void this.#goOn());
  steps: Partial<Record<StepId, Step>> = { category: categoryStep };
  #renderReceipt: ((host: StepHost, receipt: DraftReceipt) => TemplateResult) | null = null;
  /** The page of a report that was sent takes the whole place. */
  #statusPage: TemplateResult | null = null;
  #failure: Failure | null = null;
  #ready = false;
  /** The workshop as this device last saw it: enough for its name and phone number when it cannot be reached. */
  #lastSeenSite: Site | null = null;
  #spoken = '';
  /** Who was sent to another step for a missing detail goes back from there. */
  #backTo: StepId | null = null;
  /** What gets the focus once the step is drawn: the step's heading, the list of faults, or a field. */
  #focusNext: string | null = null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.#onPopState);
    this.addEventListener('pointerdown', prepareLaterSteps, { once: true });
    this.addEventListener('focusin', prepareLaterSteps, { once: true });
    if (!this.#ready) void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#onPopState);
  }

  get ownPage(): boolean {
    return this.hasAttribute('own-page');
  }

  get language(): Language {
    return currentLanguage();
  }

  get category(): Category | null {
    return this.catalogue?.categories.find((category) => category.id === this.drafts.draft.category) ?? null;
  }

  get today(): string {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: this.site.timeZone }).format(new Date());
  }

  faultOf(path: string): string | undefined {
    return this.faults.find((fault) => fault.path === path)?.message;
  }

  type(path: string, value: Typed | undefined): void {
    this.drafts.set(path, value);
    this.mend(path);
  }

  mend(path: string): void {
    this.faults = this.faults.filter((fault) => !fault.fromServer || fault.path !== path);
    this.recheck();
  }

  recheck(): void {
    if (this.faults.length === 0) return;
    const open = new Map(this.#checkReached().map((fault) => [fault.path, fault]));
    this.faults = this.faults.flatMap((fault) => (fault.fromServer ? fault : (open.get(fault.path) ?? [])));
    this.requestUpdate();
  }

  showFaults(faults: Fault[]): void {
    this.faults = faults;
    this.#focusNext = 'faults';
    this.requestUpdate();
  }

  next(): void {
    const { draft } = this.drafts;
    this.#finish(draft.step, this.#backTo ?? stepOn(draft.step, draft.furthest, this.#stepsOf(draft)));
  }

  goTo(step: StepId, path?: string): void {
    const { draft } = this.drafts;
    // Faults found in the review stay marked where it sends the customer.
    if (path) this.#focusNext = fieldId(path);
    else this.#arriveAt(step);
    if (step === draft.step) return this.requestUpdate();
    if (!path || step === 'forms') this.#backTo = null;
    else if (draft.step === 'forms') this.#backTo = 'forms';
    this.drafts.change({ step, furthest: laterOf(step, draft.furthest) });
    if (this.ownPage) history.pushState({ meldewerkStep: step }, '');
    void this.#show(step);
  }

  announce(sentence: string): void {
    this.#spoken = sentence;
    this.requestUpdate();
  }

  async reload(): Promise<void> {
    this.site = await this.api.readSite(this.language);
    this.catalogue = await this.api.readCatalogue(this.site.catalogueVersion, this.language);
    this.requestUpdate();
  }

  startNew(): void {
    this.photos?.clear();
    this.drafts.startNew(this.language);
    this.#focusNext = 'heading';
    void this.#show('category');
  }

  received(reference: string): void {
    this.#focusNext = 'heading';
    this.faults = [];
    this.requestUpdate();
    // What was signed can be fetched from now on.
    void this.link?.look();
    this.#emit('meldewerk-submitted', { reference });
    this.#emit('meldewerk-step', { step: 'receipt' });
  }

  async showStatus(token: string): Promise<void> {
    try {
      const { renderStatusPage } = await import('./status-page/status-page.ts');
      this.#statusPage = renderStatusPage(this.api, token);
      this.#ready = true;
      this.requestUpdate();
    } catch (error) {
      this.#fail(error, () => void this.showStatus(token));
    }
  }

  async #begin(): Promise<void> {
    this.#failure = null;
    const tenantUrl = this.getAttribute('tenant-url');
    this.api = new Api(tenantUrl ? new URL(tenantUrl, document.baseURI).origin : scriptOrigin);
    const statusToken = this.ownPage ? statusTokenOf(location.pathname) : null;
    if (statusToken !== null) return this.showStatus(statusToken);
    const wishes = [this.closest('[lang]')?.getAttribute('lang'), ...navigator.languages];
    const site = this.api.readSite(pickLanguage(wishes, spokenLanguages));
    const opened = this.#openDraft(site);
    opened.catch(() => {});
    try {
      this.site = await site;
      // Before anything of the workshop is drawn: a button must not change its colour under the customer's eyes.
      this.#adopt([siteColors(this.site.colors, this)]);
      await opened;
    } catch (error) {
      await opened.catch(() => {});
      return this.#fail(error, () => void this.#begin());
    }
    void this.#rememberSite();
    const { language, link, receipt, token } = this.drafts.draft;
    if (this.link && receipt) return this.showStatus(token);
    await speak(pickLanguage([language, link?.language, ...wishes], this.site.languages));
    // The workshop may have stopped asking for wishes since.
    if (!this.#stepsOf(this.drafts.draft).includes(this.drafts.draft.step)) this.drafts.change({ step: 'contact' });
    this.#markHistory();
    if (this.drafts.place !== 'elsewhere' && !this.link?.trouble) await this.#show(this.drafts.draft.step);
    else this.requestUpdate();
    this.#ready = true;
    this.#emit('meldewerk-ready', {});
  }

  /** The draft of this device; at the address of an individual link the one that the workshop prepared. */
  async #openDraft(site: Promise<Site>): Promise<void> {
    const token = this.ownPage ? linkTokenOf(location.pathname) : null;
    if (token === null) return this.drafts.open(this.api.origin, this.ownPage);
    const { LinkController, linkStyles } = await import('./link-mode.ts');
    this.link ??= new LinkController(this, token);
    this.#adopt(linkStyles.styleSheet ? [linkStyles.styleSheet] : []);
    await this.link.open(site);
  }

  #takeOver(): void {
    this.#focusNext = 'heading';
    void this.drafts.takeOver();
  }

  /** The draft comes from another tab: everything of it as it lies on the device. */
  async #goOn(): Promise<void> {
    const { step, language } = this.drafts.draft;
    if (language) await speak(language);
    await this.photos?.open();
    this.#markHistory();
    await this.#show(step);
  }

  #markHistory(): void {
    if (this.ownPage) history.replaceState({ meldewerkStep: this.drafts.draft.step }, '');
  }

  #finish(step: StepId, goOn: StepId): void {
    const faults = this.steps[step]?.check(this) ?? [];
    if (faults.length > 0) return this.showFaults(faults);
    this.goTo(goOn);
  }

  /** The review names what a change has left open, also in steps that were done before. */
  #arriveAt(step: StepId): void {
    this.faults = step === 'review' ? this.#checkReached() : [];
    this.#focusNext = this.faults.length > 0 ? 'faults' : 'heading';
  }

  /** Brings what a step needs (code, catalogue, photos) and draws it. */
  async #show(step: StepId): Promise<void> {
    this.#failure = null;
    this.requestUpdate();
    try {
      if (step !== 'category' || this.drafts.draft.receipt) await this.#loadSteps(step);
    } catch (error) {
      return this.#fail(error, () => void this.#show(step));
    }
    this.requestUpdate();
    // What comes next comes in while this one is being done.
    const steps = this.#stepsOf(this.drafts.draft);
    const next = stepAfter(step, steps);
    if (step !== 'category' && !this.drafts.draft.receipt) void bringSteps([next]).then((brought) => brought[next]?.open?.(this, step)).catch(() => {});
    this.#emit('meldewerk-step', { step: this.drafts.draft.receipt ? 'receipt' : step });
  }

  async #loadSteps(step: StepId): Promise<void> {
    const { draft } = this.drafts;
    const near = this.#stepsOf(draft).filter((id) => id !== 'category' && (isPlain(id) || isReached(id, laterOf(step, draft.furthest))));
    const [{ renderReceipt, receiptStyles }, brought, catalogue] = await Promise.all([
      import('./later-steps.ts'),
      bringSteps(draft.receipt ? [] : near),
      this.catalogue ?? this.api.readCatalogue(this.site.catalogueVersion, this.language),
    ]);
    this.catalogue = catalogue;
    // Nothing is drawn, checked or sent before what it needs is there.
    await Promise.all(Object.values(brought).map((known) => known.open?.(this, step)));
    this.steps = { ...this.steps, ...brought };
    this.#renderReceipt = renderReceipt;
    const styles = [...Object.values(this.steps).flatMap((known) => known.styles), ...receiptStyles];
    this.#adopt(styles.flatMap((style) => style.styleSheet ?? []));
  }

  #stepsOf(draft: Draft): readonly StepId[] {
    return stepsOf(draft, this.site);
  }

  #adopt(sheets: CSSStyleSheet[]): void {
    const root = this.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...sheets])];
  }

  #fail(error: unknown, retry: () => void): void {
    this.#failure = failureOf(error, retry);
    this.requestUpdate();
    if (!this.site) void this.#recallSite();
  }

  async #recallSite(): Promise<void> {
    const device = await openDraftStore(this.api.origin);
    this.#lastSeenSite = (await device.readSite().catch(() => null)) ?? null;
    this.requestUpdate();
  }

  async #rememberSite(): Promise<void> {
    const device = await openDraftStore(this.api.origin);
    await this.drafts.keep(device.writeSite(this.site));
  }

  #checkReached(): Fault[] {
    const { draft } = this.drafts;
    return this.#stepsOf(draft).flatMap((id) => (id === draft.step || isReached(id, draft.furthest) ? (this.steps[id]?.check(this) ?? []) : []));
  }

  readonly #onPopState = ({ state }: PopStateEvent) => {
    const step = (state as { meldewerkStep?: StepId } | null)?.meldewerkStep;
    if (!this.ownPage || !step || !isReached(step, this.drafts.draft.furthest) || this.drafts.draft.receipt) return;
    this.#backTo = null;
    this.#arriveAt(step);
    this.drafts.change({ step });
    void this.#show(step);
  };

  async #chooseLanguage(language: Language): Promise<void> {
    await speak(language);
    this.drafts.change({ language });
    this.recheck();
  }

  #emit(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  protected override updated(): void {
    const target = this.#focusNext && this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(this.#focusNext)}`);
    if (!target) return;
    const moved = this.#focusNext === 'heading';
    this.#focusNext = null;
    for (let around = target.closest('details'); around; around = around.parentElement?.closest('details') ?? null) around.open = true;
    target.focus({ preventScroll: moved });
    if (moved && this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: 'start' });
  }

  protected override render(): TemplateResult {
    if (this.#statusPage) return this.#statusPage;
    const site = this.site ?? this.#lastSeenSite;
    return html`<div class="app" part="frame" lang=${this.language} dir=${currentDirection()}>
      ${site ? renderHeader(site, this.ownPage, this.language, (language) => void this.#chooseLanguage(language)) : nothing}
      ${this.#renderMain()}
      <div class="unseen" aria-live="polite">${this.#spoken}</div>
    </div>`;
  }

  #renderMain(): TemplateResult {
    if (this.#failure) return renderFailure(this.#failure, this.site ?? this.#lastSeenSite);
    if (!this.site) return renderSkeleton();
    if (this.link?.trouble) return this.link.renderTrouble();
    if (this.drafts.place === 'elsewhere') return renderElsewhere(() => this.#takeOver());
    const { draft } = this.drafts;
    if (draft.receipt) return this.#renderReceipt?.(this, draft.receipt) ?? renderSkeleton();
    const step = this.steps[draft.step];
    return html`${renderProgress(this.#stepsOf(draft), draft.step, draft.furthest, (other) => this.goTo(other))}${this.link?.renderNote() ?? nothing}${step ? this.#renderStep(draft.step, step) : renderSkeleton()}`;
  }

  #renderStep(id: StepId, step: Step): TemplateResult {
    const jump = (fault: Fault) => this.goTo(stepOfPath(fault.path) === 'review' ? id : stepOfPath(fault.path), fault.path);
    return html`<form part="step" novalidate aria-labelledby="heading" @submit=${(submit: Event) => {
      submit.preventDefault();
      if (id !== 'review') this.next();
    }}>
      <h2 id="heading" part="heading" tabindex="-1">${step.heading(this)}</h2>
      <p class="explanation" id="step-explanation">${step.explanation(this)}</p>
      ${this.faults.length > 0 ? renderFaults(this.faults, jump) : nothing}
      ${step.render(this)}
      ${this.drafts.lasting
        ? nothing
        : html`<p class="note warning storage">${msg('Ihr Browser erlaubt gerade kein Speichern auf dem Gerät. Bitte lassen Sie diese Seite offen, bis Sie die Meldung gesendet haben.', { id: 'frame.notLasting' })}</p>`}
      ${id === 'review' ? nothing : renderActions(this.#stepsOf(this.drafts.draft), id, this.#backTo, this.drafts.draft.furthest, (step) => this.goTo(step), (goOn) => this.#finish(id, goOn))}
    </form>`;
  }
}

/** The steps that are plain questions come together. */
function isPlain(step: StepId): boolean {
  return step === 'safety' || step === 'questions' || step === 'vehicle' || step === 'contact' || step === 'review';
}
