import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Catalogue, Category } from '@meldewerk/contract/catalogue';
import type { ClaimedHandoff, DraftContent } from '@meldewerk/contract/draft-content';
import type { Language } from '@meldewerk/contract/language';
import type { Link } from '@meldewerk/contract/preparation';
import type { Site } from '@meldewerk/contract/tenant';
import { tokens } from '@meldewerk/elements/tokens';
import { isPassing, ProblemError, type Api } from '../api.ts';
import { DraftController } from '../draft-controller.ts';
import type { Draft, Typed } from '../draft.ts';
import { renderElsewhere } from '../elsewhere.ts';
import { failureOf, renderFailure, type Failure } from '../failure.ts';
import { renderFaults } from '../faults.ts';
import { fieldId, stepOfPath, type Fault, type StepId } from '../flow.ts';
import { renderHeader, renderSkeleton, stepTitle } from '../frame.ts';
import { currentDirection, currentLanguage, pickLanguage, speak, spokenLanguages } from '../language.ts';
import { followPageLanguage } from '../page-language.ts';
import { siteColors } from '../site-colors.ts';
import { bringSteps } from '../step-files.ts';
import type { LinkDoor, Step, StepHost } from '../step.ts';
import { frameStyles } from '../styles/frame.ts';
import { hostStyles } from '../styles/host.ts';
import { laterFrameStyles } from '../styles/later-frame.ts';
import { stateStyles } from '../styles/states.ts';
import type { UploadController } from '../photos/upload-controller.ts';
import { openSync, type DraftSync } from '../sync/draft-sync.ts';
import { claimHandoff, endHandoff, readHandoff } from './handoff-api.ts';
import { phoneStyles } from './phone-styles.ts';
import { renderEnd, type End } from './phone-end.ts';

type PhoneStep = 'photos' | 'forms';

/**
 * The page that a QR code on a computer opens: it takes photos and signs in the draft of that computer, and nothing else.
 *
 * - Properties: `api`, `code` (the token in the code).
 */
export class PhonePage extends LitElement implements StepHost {
  static override styles = [tokens, hostStyles, frameStyles, laterFrameStyles, stateStyles, phoneStyles];

  api!: Api;
  code = '';
  site!: Site;
  catalogue: Catalogue | null = null;
  photos: UploadController | null = null;
  link: LinkDoor | null = null;
  faults: readonly Fault[] = [];
  steps: Partial<Record<StepId, Step>> = {};
  readonly ownPage = true;
  readonly drafts = new DraftController(this, () => void this.#begin());
  #sync: DraftSync | null = null;
  #failure: Failure | null = null;
  #end: End | null = null;
  #begun = false;
  #ready = false;
  #finishing = false;
  /** Nothing was taken or signed here: whether that is meant is asked before the phone lets go. */
  #asks = false;
  #spoken = '';
  #focusNext: string | null = null;
  #heardSigned = '';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#begun) return;
    this.#begun = true;
    void this.#begin();
  }

  get language(): Language {
    return currentLanguage();
  }

  /** The kind of damage with the very shots that the computer asks for: what they depend on stays there. */
  get category(): Category | null {
    const { draft } = this.drafts;
    const category = this.catalogue?.categories.find(({ id }) => id === draft.category);
    if (!category) return null;
    const asked = this.#sync?.valueOf('handoff.shots') as string[] | null;
    return { ...category, shots: category.shots.filter(({ id }) => !asked || asked.includes(id)).map((shot) => ({ ...shot, when: undefined })) };
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
    this.faults = this.faults.filter((fault) => fault.path !== path);
    this.requestUpdate();
  }

  recheck(): void {
    if (this.faults.length === 0) return;
    const open = new Set((this.steps[this.#step]?.check(this) ?? []).map(({ path }) => path));
    this.faults = this.faults.filter(({ path, fromServer }) => fromServer || open.has(path));
    this.requestUpdate();
  }

  showFaults(faults: Fault[]): void {
    // What is missing on the computer can be filled in there alone.
    const elsewhere = faults.filter(({ path }) => stepOfPath(path) !== 'forms' && stepOfPath(path) !== 'photos');
    this.faults = faults.map((fault) => (elsewhere.includes(fault) ? { ...fault, message: msg(str`Bitte am Computer ergänzen: ${fault.message}`, { id: 'phone.completeThere' }) } : fault));
    this.#focusNext = 'faults';
    this.requestUpdate();
  }

  next(): void {}

  goTo(step: StepId, path?: string): void {
    if (step !== 'photos' && step !== 'forms') return;
    this.#focusNext = path ? fieldId(path) : 'heading';
    if (step === this.drafts.draft.step) return this.requestUpdate();
    this.faults = [];
    this.drafts.change({ step });
  }

  announce(sentence: string): void {
    this.#spoken = sentence;
    this.requestUpdate();
  }

  async reload(): Promise<void> {}
  startNew(): void {}
  received(): void {}
  async showStatus(): Promise<void> {}
  async showStatement(): Promise<void> {}

  get #step(): PhoneStep {
    return this.drafts.draft.step === 'forms' ? 'forms' : 'photos';
  }

  async #begin(): Promise<void> {
    this.#failure = null;
    try {
      this.site ??= await this.api.readSite(this.language);
      this.#adopt([siteColors(this.site.colors, this)]);
      await speak(pickLanguage([...navigator.languages], this.site.languages.length > 0 ? this.site.languages : spokenLanguages));
      followPageLanguage();
      await this.#claim();
      if (this.drafts.place === 'elsewhere' || this.#end) return;
      this.catalogue ??= await this.api.readCatalogue(this.site.catalogueVersion, this.language);
      const { photos, forms } = await bringSteps(this.drafts.draft.link?.forms.length ? ['photos', 'forms'] : ['photos']);
      this.steps = { ...(photos ? { photos } : {}), ...(forms ? { forms } : {}) };
      this.#adopt(Object.values(this.steps).flatMap(({ styles }) => styles.flatMap(({ styleSheet }) => styleSheet ?? [])));
      for (const step of Object.values(this.steps)) await step.open?.(this, 'photos');
      this.#sync = openSync(this, 'phone');
      this.#sync.listeners.add({ heard: (content) => this.#hear(content), changed: () => this.requestUpdate(), ended: () => void this.#lookAgain() });
      await this.#sync.start();
      this.#ready = true;
    } catch (error) {
      this.#fail(error);
    }
    this.requestUpdate();
  }

  /** With a bearer that lies on the device before it is told: after a lost answer or a reload it is the same one. */
  async #claim(): Promise<void> {
    const { drafts } = this;
    if (!drafts.draft.handoff) {
      await drafts.open(`${this.api.origin} hand-off ${this.code}`, true);
      if (drafts.draft.category === null) drafts.change({ category: 'handoff', step: 'photos', furthest: 'photos' });
      await drafts.settle();
    }
    if (drafts.place === 'elsewhere') return;
    this.#take(await claimHandoff(this.api, this.code, drafts.draft.token));
  }

  #take({ id, draftId, forms }: ClaimedHandoff): void {
    this.link = this.#door;
    this.drafts.change({ id: draftId, handoff: { id, role: 'phone' }, link: nothingKnown(draftId, forms) });
  }

  #hear({ signatures }: DraftContent): void {
    const signer = this.#sync?.valueOf('handoff.signer') as Draft['reporter'] | null;
    const { reporter, link } = this.drafts.draft;
    if (signer && (reporter['firstName'] !== signer['firstName'] || reporter['lastName'] !== signer['lastName'])) this.drafts.change({ reporter: signer });
    const known = (link?.forms ?? []).flatMap(({ signatureId }) => signatureId ?? []).toSorted().join();
    const signed = signatures.map(({ signatureId }) => signatureId).toSorted().join();
    if (signed !== known && signed !== this.#heardSigned) void this.#lookAgain();
    this.#heardSigned = signed;
    this.requestUpdate();
  }

  /** What can be signed by now, or that the computer has ended it. */
  async #lookAgain(): Promise<boolean> {
    try {
      this.#take(await readHandoff(this.api, this.drafts.draft.token));
      return true;
    } catch (error) {
      if (error instanceof ProblemError && !isPassing(error.problem)) this.#fail(error);
      return false;
    }
  }

  /** Steps know a link by this; a phone has none of its own, and asks about its computer's instead. */
  readonly #door: LinkDoor = {
    trouble: null,
    serverDraft: Promise.resolve(null),
    open: async () => {},
    look: () => this.#lookAgain(),
    renderTrouble: () => html``,
    renderNote: () => html``,
  };

  #fail(error: unknown): void {
    if (error instanceof ProblemError && !isPassing(error.problem)) void this.#finish(error.problem.code === 'handoffUsed' || error.problem.code === 'handoffExpired' ? error.problem.code : error.problem.code === 'handoffEnded' ? 'ended' : 'unknown');
    else this.#failure = failureOf(error, () => void this.#begin());
    this.requestUpdate();
  }

  /** Everything has to be with the workshop before the phone lets go. */
  readonly #done = async () => {
    this.#asks = false;
    this.#finishing = true;
    this.requestUpdate();
    await this.photos?.forgetRemoved();
    await this.#sync?.meet();
    if (this.#waiting > 0 || !(this.#sync?.isTold ?? true)) return void setTimeout(() => void (this.#finishing && this.#done()), 500);
    const { draft } = this.drafts;
    try {
      if (draft.handoff) await endHandoff(this.api, draft, draft.handoff.id);
      await this.#finish('done');
    } catch (error) {
      if (error instanceof ProblemError && !isPassing(error.problem)) return this.#fail(error);
      setTimeout(() => void (this.#finishing && this.#done()), 2_000);
    }
  };

  /** Nothing of the customer stays on this phone. */
  async #finish(end: End): Promise<void> {
    const missing = this.#waiting;
    this.#end = end;
    this.#lost = end === 'ended' ? missing : 0;
    this.#sync?.stop();
    this.photos?.clear();
    if (this.drafts.draft.handoff) {
      this.drafts.startNew(null);
      await this.drafts.keep(this.drafts.store.deletePhotos());
    }
    this.#focusNext = 'heading';
    this.requestUpdate();
  }

  /** Photos that had not reached the workshop when the computer ended it. */
  #lost = 0;

  readonly #finishOrAsk = (): void => {
    if (this.#finishing) return;
    const { signatures, pendingSignatures } = this.drafts.draft;
    if ((this.photos?.photos.length ?? 0) > 0 || Object.keys({ ...signatures, ...pendingSignatures }).length > 0) return void this.#done();
    this.#asks = true;
    this.#focusNext = 'ask-heading';
    this.requestUpdate();
  };

  #stay(): void {
    this.#asks = false;
    this.#focusNext = 'heading';
    this.requestUpdate();
  }

  get #waiting(): number {
    return (this.photos?.pending.length ?? 0) + Object.keys(this.drafts.draft.pendingSignatures).length;
  }

  #adopt(sheets: CSSStyleSheet[]): void {
    const root = this.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...sheets])];
  }

  protected override updated(): void {
    const target = this.#focusNext && this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(this.#focusNext)}`);
    if (!target) return;
    const moved = this.#focusNext === 'heading';
    this.#focusNext = null;
    target.focus({ preventScroll: moved });
    // A question is seen with its answers.
    target.closest('.ask')?.scrollIntoView({ block: 'center' });
    if (moved && this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: 'start' });
  }

  protected override render(): TemplateResult {
    return html`<div class="app" part="frame" lang=${this.language} dir=${currentDirection()}>
      ${this.site ? renderHeader(this.site, true, this.language, (language) => void speak(language).then(() => this.requestUpdate()), this.steps.forms ? msg('Fotos und Unterschrift', { id: 'phone.purpose' }) : stepTitle('photos')) : nothing}
      ${this.#renderMain()}
      <div class="unseen" aria-live="polite">${this.#spoken}</div>
    </div>`;
  }

  #renderMain(): TemplateResult {
    if (this.#end) return renderEnd(this.#end, this.#lost, this.site);
    if (this.#failure) return renderFailure(this.#failure, this.site ?? null);
    if (this.drafts.place === 'elsewhere') return renderElsewhere(() => void this.drafts.takeOver());
    const step = this.steps[this.#step];
    if (!this.#ready || !step) return renderSkeleton();
    return html`${this.#renderConnection()}${this.#renderTabs()}
      <form part="step" novalidate aria-labelledby="heading" @submit=${(submit: Event) => submit.preventDefault()}>
        <h2 id="heading" part="heading" tabindex="-1">${step.heading(this)}</h2>
        <p class="explanation">${step.explanation(this)}</p>
        ${this.faults.length > 0 ? renderFaults(this.faults, ({ path }) => this.goTo(stepOfPath(path), path)) : nothing}
        ${step.render(this)}
        ${this.#renderFinish()}
      </form>`;
  }

  #renderConnection(): TemplateResult {
    return this.#sync?.offline
      ? html`<p class="connection away" role="status"><span class="dot" aria-hidden="true"></span>${msg('Gerade keine Verbindung. Machen Sie ruhig weiter: Alles ist auf diesem Handy gesichert und geht von selbst weiter.', { id: 'phone.offline' })}</p>`
      : html`<p class="connection" role="status"><span class="dot" aria-hidden="true"></span>${msg('Mit Ihrem Computer verbunden', { id: 'phone.connected' })}</p>`;
  }

  #renderTabs(): TemplateResult | typeof nothing {
    if (!this.steps.forms) return nothing;
    return html`<nav class="tasks" aria-label=${msg('Aufgaben', { id: 'phone.tasks' })}>
      ${(['photos', 'forms'] as const).map((step) => html`<button type="button" class="button" aria-current=${this.#step === step ? 'step' : nothing} @click=${() => this.goTo(step)}>${stepTitle(step)}</button>`)}
    </nav>`;
  }

  #renderFinish(): TemplateResult {
    const waiting = this.#waiting;
    const toForms = this.steps.forms && this.#step === 'photos';
    if (this.#asks) {
      return html`<div class="finish ask" role="group" aria-labelledby="ask-heading">
        <h3 id="ask-heading" tabindex="-1">${msg('Noch kein Foto aufgenommen', { id: 'phone.askHeading' })}</h3>
        <p>${msg('Wenn Sie jetzt beenden, ist dieses Handy nicht mehr mit Ihrem Computer verbunden. Für Fotos brauchen Sie dann einen neuen Code.', { id: 'phone.askText' })}</p>
        <button type="button" class="button primary" @click=${() => this.#stay()}>${msg('Hier weitermachen', { id: 'elsewhere.takeOver' })}</button>
        <button type="button" class="button" @click=${() => void this.#done()}>${msg('Ohne Fotos beenden', { id: 'phone.askFinish' })}</button>
      </div>`;
    }
    return html`<div class="finish">
      ${toForms ? html`<button type="button" class="button primary" @click=${() => this.goTo('forms')}>${msg('Weiter zur Unterschrift', { id: 'signing.skip' })}</button>` : nothing}
      <button type="button" class="button ${toForms ? '' : 'primary'}" aria-disabled=${this.#finishing ? 'true' : 'false'} @click=${this.#finishOrAsk}>${msg('Fertig – am Computer weitermachen', { id: 'phone.finish' })}</button>
      <div role="status">${this.#finishing && waiting > 0 ? html`<p class="soft">${waiting === 1 ? msg('Noch 1 Foto oder Unterschrift wird übertragen. Bitte lassen Sie diese Seite so lange offen.', { id: 'phone.waitingOne' }) : msg(str`Noch ${waiting} Fotos oder Unterschriften werden übertragen. Bitte lassen Sie diese Seite so lange offen.`, { id: 'phone.waiting' })}</p>` : nothing}</div>
    </div>`;
  }
}

/** A link as far as steps need one: what there is to sign, and nothing of a person. */
function nothingKnown(draftId: string, forms: Link['forms']): Link {
  return {
    draftId, forms, reference: '', language: 'de', expiresAt: '', version: 0, partner: null, withdrawalNotice: null, receipt: null,
    preparation: { language: 'de', category: null, reporter: {}, vehicle: { plateCountry: 'D' }, insurance: { coverage: 'unknown' }, incidentDate: undefined },
  };
}

customElements.define('meldewerk-phone-page', PhonePage);

/** The page of a QR code, in place of everything else. */
export function renderPhonePage(api: Api, code: string): TemplateResult {
  return html`<meldewerk-phone-page .api=${api} .code=${code}></meldewerk-phone-page>`;
}
