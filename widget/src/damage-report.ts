import { updateWhenLocaleChanges, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { Catalogue, Category } from '@meldewerk/contract/catalogue';
import type { Language } from '@meldewerk/contract/language';
import type { Site } from '@meldewerk/contract/tenant';
import { tokens } from '@meldewerk/elements/tokens';
import { Api } from './api.ts';
import { mayLieOnDevice } from './begun-mark.ts';
import { DraftController } from './draft-controller.ts';
import { isBegun, type Draft, type Typed } from './draft.ts';
import { failureOf, renderFailure, type Failure } from './failure.ts';
import { firstSight } from './first-sight.ts';
import { stepsOf, type Fault, type StepId } from './flow.ts';
import { renderActions, renderHeader, renderProgress, renderSkeleton } from './frame.ts';
import type { Journey, Stage } from './journey.ts';
import { currentDirection, currentLanguage, pickLanguage, speak, spokenLanguages } from './language.ts';
import { pageAt } from './page-at.ts';
import type { UploadController } from './photos/upload-controller.ts';
import { siteColors } from './site-colors.ts';
import type { LinkDoor, Step } from './step.ts';
import { categoryStep } from './steps/category-step.ts';
import { frameStyles } from './styles/frame.ts';
import { hostStyles } from './styles/host.ts';
import { stateStyles } from './styles/states.ts';
import { tileStyles } from './styles/tiles.ts';
import { scriptOrigin, workshopInScript } from './workshop-in-script.ts';

/**
 * A damage report, from the first question to the receipt.
 *
 * ```html
 * <script type="module" src="https://WORKSHOP.EXAMPLE/widget.js"></script>
 * <damage-report style="display:block;min-height:100vh"><a href="https://WORKSHOP.EXAMPLE/">Schaden melden</a></damage-report>
 * ```
 *
 * The minimum height holds the place until the script is there; the link is for who comes without JavaScript. More: docs/embedding.md.
 * It lives in the page (shadow root, no iframe), sets no cookie, and keeps what was typed on the device until it is sent.
 * A page with a strict Content-Security-Policy allows the workshop's address in `script-src`, `connect-src` and `img-src`, there `blob:` too.
 *
 * @attr {string} tenant-url - Address of the workshop's site; the script's own origin when absent.
 * @attr {de|en|tr|pl|uk|ar} lang - Language to begin in; else the page's, else the browser's, as far as the workshop offers it.
 * @attr {boolean} own-page - The page belongs to the workshop's own site: steps enter the browser history, drafts have no time limit,
 *   at `/m/<token>` it opens the report that the workshop prepared, at `/s/<token>` the status page of one that was sent, and at `/u` the accident statement of two drivers.
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
export class DamageReport extends LitElement implements Stage {
  // One sheet: each of its own costs the browser a start.
  static override styles = css`${tokens}${hostStyles}${frameStyles}${tileStyles}${stateStyles}`;

  api!: Api;
  site!: Site;
  photos: UploadController | null = null;
  link: LinkDoor | null = null;
  readonly drafts = new DraftController(this, () => this.#travel((journey) => void this.#goOn(journey)));
  /** Everything behind the first step; here once somebody has touched it. */
  #journey: Journey | null = null;
  #begun = false;
  /** Until it is known what lies on the device nobody goes on: an older draft may be there. */
  #opened: Promise<void> = Promise.resolve();
  #isOpen = false;
  /** What can wait until the first step is on the screen waits for it. */
  #seen = false;
  #ready = false;
  /** The script brings of the workshop what the first step shows, in one language; else the whole of it was read. */
  #broughtIn: Language | null = null;
  /** The page of a report that was sent, or why there is none on this website, takes the whole place. */
  #instead: TemplateResult | null = null;
  #failure: Failure | null = null;
  /** What the script brought of the workshop: in any language enough for its name and phone number when it cannot be reached. */
  #broughtSite: Site | null = null;
  #spoken = '';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('pointerdown', this.#prepare, { once: true });
    this.addEventListener('focusin', this.#prepare, { once: true });
    if (!this.#begun) void this.#begin();
  }

  get ownPage(): boolean {
    return this.hasAttribute('own-page');
  }

  get language(): Language {
    return currentLanguage();
  }

  get catalogue(): Catalogue | null {
    return this.#journey?.catalogue ?? null;
  }

  get category(): Category | null {
    return this.catalogue?.categories.find((category) => category.id === this.drafts.draft.category) ?? null;
  }

  get today(): string {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: this.site.timeZone }).format(new Date());
  }

  get steps(): Partial<Record<StepId, Step>> {
    return { category: categoryStep, ...this.#journey?.steps };
  }

  get faults(): readonly Fault[] {
    return this.#journey?.faults ?? [];
  }

  faultOf(path: string): string | undefined {
    return this.faults.find((fault) => fault.path === path)?.message;
  }

  type(path: string, value: Typed | undefined): void {
    this.drafts.set(path, value);
    this.mend(path);
  }

  mend(path: string): void {
    this.#journey?.mend(path);
  }

  recheck(): void {
    this.#journey?.recheck();
  }

  showFaults(faults: Fault[]): void {
    this.#journey?.showFaults(faults);
  }

  next(): void {
    this.#travel((journey) => journey.next());
  }

  goTo(step: StepId, path?: string): void {
    this.#travel((journey) => journey.goTo(step, path));
  }

  announce(sentence: string): void {
    this.#spoken = sentence;
    this.requestUpdate();
  }

  stepsOf(draft: Draft): readonly StepId[] {
    return stepsOf(draft, this.site);
  }

  async reload(): Promise<void> {
    this.site = await this.#readSite(this.language);
    await this.#journey?.reload();
    this.requestUpdate();
  }

  async readWholeSite(): Promise<void> {
    if (this.#broughtIn) this.site = await this.#readSite(this.language);
  }

  startNew(): void {
    this.photos?.clear();
    this.drafts.startNew(this.language);
    this.#travel((journey) => journey.startNew());
  }

  received(reference: string): void {
    this.#journey?.received();
    // What was signed can be fetched from now on.
    void this.link?.look();
    this.emit('meldewerk-submitted', { reference });
    this.emit('meldewerk-step', { step: 'receipt' });
  }

  showStatus(token: string): Promise<void> {
    return this.#showPage(async () => (await import('./status-page/status-page.ts')).renderStatusPage(this.api, token));
  }

  showStatement(token: string): Promise<void> {
    return this.#showPage(async () => (await import('./accident-statement/statement-page.ts')).renderStatementPage(this.api, token));
  }

  async #showPage(bring: () => Promise<TemplateResult>): Promise<void> {
    try {
      this.#show(await bring());
    } catch (error) {
      this.fail(error, () => void this.#showPage(bring));
    }
  }

  adopt(styles: readonly CSSResult[]): void {
    this.#adopt(styles.flatMap((style) => style.styleSheet ?? []));
  }

  fail(error: unknown, retry: () => void): void {
    this.#failure = failureOf(error, retry);
    this.requestUpdate();
  }

  recover(): void {
    this.#failure = null;
    this.requestUpdate();
  }

  emit(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  async #begin(): Promise<void> {
    this.#begun = true;
    this.#failure = null;
    const tenantUrl = this.getAttribute('tenant-url');
    this.api = new Api(tenantUrl ? new URL(tenantUrl, document.baseURI).origin : scriptOrigin);
    const [page, token = ''] = this.ownPage ? pageAt(location.pathname) : [];
    if (page === 's') return this.showStatus(token);
    if (page === 'u') return this.showStatement(token);
    if (page === 'h') return this.#showPage(async () => (await import('./handoff/phone-page.ts')).renderPhonePage(this.api, token));
    const brought = workshopInScript(this.api.origin);
    const wishes = [this.closest('[lang]')?.getAttribute('lang'), ...navigator.languages];
    if (brought && 'refused' in brought) return this.#refuse(brought.refused, wishes);
    this.#broughtSite = brought?.site ?? null;
    const wanted = pickLanguage(wishes, brought?.site.languages ?? spokenLanguages);
    this.#broughtIn = brought?.language === wanted ? wanted : null;
    const site = brought && this.#broughtIn ? Promise.resolve(brought.site) : this.#readSite(wanted);
    const linkToken = (page === 'm' && token) || null;
    // Drawn at once where nothing on the device can change it.
    const atOnce = this.#broughtIn === this.language && linkToken === null && !mayLieOnDevice(this.api.origin);
    this.#opened = this.#openDraft(site, linkToken, atOnce ? firstSight() : null);
    this.#opened.catch(() => {});
    if (brought && atOnce) {
      this.#enter(brought.site);
      this.#becomeReady();
    }
    try {
      this.#enter(await site);
      await this.#opened;
      this.#isOpen = true;
    } catch (error) {
      await this.#opened.catch(() => {});
      return this.fail(error, () => void this.#begin());
    }
    await this.#arrive(wishes).catch((error: unknown) => this.fail(error, () => void this.#begin()));
  }

  /** Before anything of the workshop is drawn: a button must not change its colour under the customer's eyes. */
  #enter(site: Site): void {
    if (this.site === site) return;
    this.site = site;
    this.#adopt([siteColors(site.colors, this)]);
    this.requestUpdate();
  }

  /** The draft of this device; at the address of an individual link the one that the workshop prepared. */
  async #openDraft(site: Promise<Site>, linkToken: string | null, seen: Promise<void> | null): Promise<void> {
    if (linkToken === null) return this.drafts.open(this.api.origin, this.ownPage, undefined, seen);
    const { LinkController, linkStyles } = await import('./link-mode.ts');
    this.link ??= new LinkController(this, linkToken);
    this.adopt([linkStyles]);
    await this.link.open(site);
  }

  /** Shows the draft where it stands. */
  async #arrive(wishes: readonly (string | null | undefined)[]): Promise<void> {
    const { language, link, receipt, token } = this.drafts.draft;
    if (this.link && receipt) return this.showStatus(token);
    // The workshop may have stopped asking for wishes since.
    if (!this.stepsOf(this.drafts.draft).includes(this.drafts.draft.step)) this.drafts.change({ step: 'contact' });
    // Before a tap that has been waiting goes on: it adds to the history.
    this.#markHistory();
    await this.#speak(pickLanguage([language, link?.language, ...wishes], this.site.languages));
    const { place, draft } = this.drafts;
    const isOnWay = isBegun(draft) || receipt !== null || draft.step !== 'category';
    if (isOnWay && !this.link?.trouble) {
      const journey = await this.#bringJourney();
      if (place !== 'elsewhere') await journey.show(draft.step);
    }
    this.requestUpdate();
    this.#becomeReady();
  }

  #becomeReady(): void {
    if (this.#ready) return;
    this.#ready = true;
    void this.updateComplete.then(() => this.emit('meldewerk-ready', {}));
  }

  /** At the first touch, not before: until then the page pays for widget.js alone. */
  readonly #prepare = () => void this.#bringJourney().catch(() => {});

  async #bringJourney(): Promise<Journey> {
    const { Journey: Brought } = await import('./journey.ts');
    return (this.#journey ??= new Brought(this));
  }

  /** Goes on as soon as it is possible, once: not from the second click of a tap, and not from a first step that gave way to an older draft. */
  #travel(act: (journey: Journey) => void): void {
    if (this.#journey && this.#isOpen) return act(this.#journey);
    const { id, step } = this.drafts.draft;
    const isStillThere = () => this.drafts.draft.id === id && this.drafts.draft.step === step;
    Promise.all([this.#bringJourney(), this.#opened]).then(
      ([journey]) => isStillThere() && act(journey),
      (error: unknown) => this.fail(error, () => this.#travel(act)),
    );
  }

  /** The draft comes from another tab: everything of it as it lies on the device. */
  async #goOn(journey: Journey): Promise<void> {
    const { step, language } = this.drafts.draft;
    if (language) await this.#speak(language);
    await this.photos?.open();
    this.#markHistory();
    await journey.show(step);
  }

  #markHistory(): void {
    if (this.ownPage) history.replaceState({ meldewerkStep: this.drafts.draft.step }, '');
  }

  #adopt(sheets: CSSStyleSheet[]): void {
    const root = this.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...sheets])];
  }

  async #readSite(language: Language): Promise<Site> {
    const site = await this.api.readSite(language);
    this.#broughtIn = null;
    return site;
  }

  /** Stays with the language before where the workshop's words in this one cannot be had. */
  async #speak(language: Language): Promise<void> {
    try {
      if (this.#broughtIn !== language) await this.readWholeSite();
      await speak(language);
    } catch {}
  }

  async #chooseLanguage(language: Language): Promise<void> {
    await this.#speak(language);
    this.drafts.change({ language: this.language });
    this.recheck();
  }

  async #refuse(workshop: Pick<Site, 'name' | 'phone' | 'pageUrl'>, wishes: readonly (string | null | undefined)[]): Promise<void> {
    await speak(pickLanguage(wishes, spokenLanguages));
    const { renderRefused } = await import('./refused.ts');
    this.#show(renderRefused(workshop));
  }

  #show(instead: TemplateResult): void {
    this.#instead = instead;
    this.requestUpdate();
  }

  protected override firstUpdated(): void {
    void firstSight().then(() => {
      this.#seen = true;
      this.requestUpdate();
    });
  }

  protected override render(): TemplateResult {
    const site = this.site ?? this.#broughtSite;
    return (
      this.#instead ??
      html`<div class="app" part="frame" lang=${this.language} dir=${currentDirection()}>
        ${site ? renderHeader(site, this.ownPage, this.language, this.#seen ? (language) => void this.#chooseLanguage(language) : null) : nothing}
        ${this.#renderMain()}
        <div class="unseen" aria-live="polite">${this.#spoken}</div>
      </div>`
    );
  }

  #renderMain(): unknown {
    if (this.#failure) return renderFailure(this.#failure, this.site ?? this.#broughtSite);
    if (!this.site) return renderSkeleton();
    if (this.link?.trouble) return this.link.renderTrouble();
    const { draft, place } = this.drafts;
    if (draft.receipt || place === 'elsewhere') return this.#journey?.renderInstead() ?? renderSkeleton();
    const step = this.steps[draft.step];
    return [
      renderProgress(this.stepsOf(draft), draft.step, draft.furthest, (other) => this.goTo(other)),
      this.link?.renderNote() ?? nothing,
      this.#journey?.renderBeside() ?? nothing,
      step ? this.#renderStep(draft.step, step) : renderSkeleton(),
    ];
  }

  #renderStep(id: StepId, step: Step): TemplateResult {
    return html`<form part="step" novalidate aria-labelledby="heading" @submit=${(submit: Event) => {
      submit.preventDefault();
      if (id !== 'review') this.next();
    }}>
      <h2 id="heading" part="heading" tabindex="-1">${step.heading(this)}</h2>
      <p class="explanation" id="step-explanation">${step.explanation(this)}</p>
      ${this.#journey?.renderFaults(id)}
      ${step.render(this)}
      ${this.drafts.lasting
        ? nothing
        : html`<p class="note warning storage">${msg('Ihr Browser erlaubt gerade kein Speichern auf dem Gerät. Bitte lassen Sie diese Seite offen, bis Sie die Meldung gesendet haben.', { id: 'frame.notLasting' })}</p>`}
      ${id === 'review'
        ? nothing
        : renderActions(this.stepsOf(this.drafts.draft), id, this.#journey?.backTo ?? null, this.drafts.draft.furthest, (other) => this.goTo(other), (goOn) => this.#travel((journey) => journey.finish(id, goOn)))}
    </form>`;
  }
}
