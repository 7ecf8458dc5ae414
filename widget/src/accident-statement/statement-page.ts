import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { missingIn, numberTitles, type StatementSide } from '@meldewerk/contract/accident-fields';
import type { Language } from '@meldewerk/contract/language';
import type { Site } from '@meldewerk/contract/tenant';
import { textIn } from '@meldewerk/contract/text-in';
import type { SignatureField } from '@meldewerk/elements/signature-field';
import { tokens } from '@meldewerk/elements/tokens';
import { ProblemError, type Api } from '../api.ts';
import { openDraftStore } from '../draft-store.ts';
import { failureOf, renderFailure, type Failure } from '../failure.ts';
import { renderHeader, renderSkeleton } from '../frame.ts';
import { currentDirection, currentLanguage, pickLanguage, speak } from '../language.ts';
import { followPageLanguage } from '../page-language.ts';
import { saveFile } from '../signing/save-document.ts';
import { siteColors } from '../site-colors.ts';
import { fieldStyles } from '../styles/fields.ts';
import { frameStyles } from '../styles/frame.ts';
import { hostStyles } from '../styles/host.ts';
import { laterFrameStyles } from '../styles/later-frame.ts';
import { stateStyles } from '../styles/states.ts';
import { bringStatement, invitationLength, joinWith, type Brought } from './bring-statement.ts';
import { fieldIdOf, renderStatementField } from './field-views.ts';
import { impactStyles } from './impact-picker.ts';
import { PairingController } from './pairing-controller.ts';
import { renderInvitation, renderStart } from './pairing-view.ts';
import { renderPlaceHelp, whereAmI } from './place-help.ts';
import { mailStyles } from './statement-mail.ts';
import { renderDone, renderSigning, type SignActs, type Signing } from './sign-view.ts';
import { renderFacts, renderMissing, renderWaiting } from './review-view.ts';
import { sketchColors } from './sketch-pad-styles.ts';
import { renderHandover, renderStatementEnd, renderStatementProgress } from './statement-frame.ts';
import { statementStyles } from './statement-page-styles.ts';
import { groupsOf, partOf, stepOfPath, stepsOf, stepTitle, type StatementStep } from './statement-steps.ts';
import type { StatementSync, SyncTrouble } from './statement-sync.ts';
import { explanationOf, headingOf, nextLabel, troubleSentence } from './step-words.ts';

/**
 * The accident statement of two drivers, on the phone of one of them: each fills in the own side, both see all of it, both sign.
 *
 * - Properties: `api`, `token` (of `/u/<token>`: of a side, of an invitation, or null for a new statement).
 */
export class AccidentStatementPage extends LitElement {
  static override styles = [tokens, hostStyles, frameStyles, laterFrameStyles, stateStyles, fieldStyles, sketchColors, impactStyles, statementStyles, mailStyles];
  static override properties = { api: { attribute: false }, token: {} };
  declare api: Api;
  declare token: string | null;
  #site: Site | null = null;
  #sync: StatementSync | null = null;
  #invitation: { joining: boolean; failed: boolean } | null = null;
  readonly #pairing = new PairingController(this);
  #signing: Record<StatementSide, Signing> = { a: { name: null, missing: null }, b: { name: null, missing: null } };
  #document = { saving: false, failed: false };
  #trouble: SyncTrouble | null = null;
  #failure: Failure | null = null;
  #position: 'asking' | 'refused' | null = null;
  #wasClosed = false;
  #focusNext: string | null = null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', onPopState);
    if (this.#sync) this.#sync.start();
    else void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', onPopState);
    this.#sync?.stop();
  }

  async #begin(): Promise<void> {
    this.#failure = null;
    this.requestUpdate();
    try {
      const [site, brought] = await Promise.all([this.#bringSite(), bringStatement(this.api, this.token)]);
      this.#site = site;
      const root = this.renderRoot as ShadowRoot;
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, siteColors(site.colors, this)];
      await speak(pickLanguage([brought.language, document.documentElement.lang, ...navigator.languages], site.languages));
      followPageLanguage();
      this.#take(brought);
    } catch (error) {
      if (error instanceof ProblemError) this.#trouble = error.problem.code === 'linkExpired' ? 'over' : 'gone';
      else this.#failure = failureOf(error, () => void this.#begin());
    }
    this.#focusNext = 'heading';
    this.requestUpdate();
  }

  /** Without a net the workshop is as this device last saw it. */
  async #bringSite(): Promise<Site> {
    try {
      return await this.api.readSite(currentLanguage());
    } catch (error) {
      const kept = await (await openDraftStore(this.api.origin)).readSite().catch(() => undefined);
      if (kept) return kept;
      throw error;
    }
  }

  #take(brought: Brought): void {
    if ('invitation' in brought) return void (this.#invitation = { joining: false, failed: false });
    const { sync } = brought;
    this.#invitation = null;
    this.token = sync.stored.token;
    this.#sync = sync;
    this.#wasClosed = Boolean(sync.stored.state?.closedAt);
    sync.onChange = () => this.#follow(sync);
    sync.onTrouble = (trouble) => {
      this.#trouble = trouble;
      this.#focusNext = 'trouble';
    };
    if (location.pathname !== `/u/${sync.stored.token}`) history.replaceState(history.state, '', `/u/${sync.stored.token}`);
    if (sync.stored.language !== currentLanguage()) sync.change({ language: currentLanguage() });
    sync.start();
  }

  #follow(sync: StatementSync): void {
    if (!this.#wasClosed && sync.stored.state?.closedAt) {
      this.#wasClosed = true;
      this.#focusNext = 'heading';
    }
    if (sync.paired) this.#pairing.hide();
    this.requestUpdate();
  }

  async #join(): Promise<void> {
    if (!this.#invitation || this.#invitation.joining) return;
    this.#invitation = { joining: true, failed: false };
    this.requestUpdate();
    try {
      this.#take(await joinWith(this.api, this.token ?? '', currentLanguage()));
    } catch (error) {
      if (error instanceof ProblemError) this.#trouble = error.problem.code === 'linkExpired' ? 'over' : 'gone';
      this.#invitation = error instanceof ProblemError ? null : { joining: false, failed: true };
    }
    this.#focusNext = 'heading';
    this.requestUpdate();
  }

  #goTo(step: StatementStep, path?: string): void {
    const sync = this.#sync;
    if (!sync) return;
    this.#trouble = null;
    this.#focusNext = path ? fieldIdOf(path) : 'heading';
    sync.change({ step });
    if (step === 'review') sync.sayReady();
    void sync.flush();
  }

  async #sign(sync: StatementSync, side: StatementSide, field: SignatureField | null): Promise<void> {
    const signature = field?.value ?? null;
    const typed = this.#signing[side].name ?? sync.content[`${side}.driverName`];
    const name = typeof typed === 'string' ? typed.trim() : '';
    const missing = name ? (signature ? null : ('signature' as const)) : ('name' as const);
    this.#signing = { ...this.#signing, [side]: { ...this.#signing[side], missing } };
    this.requestUpdate();
    if (missing === 'name') return this.renderRoot.querySelector<HTMLElement>(`#signer-${side}`)?.focus();
    if (!signature) return field?.focus();
    const factsSha256 = await sync.hashOfFacts();
    if (factsSha256 === null) return void (this.#trouble = 'refused');
    this.#trouble = null;
    sync.sign({ side, factsSha256, name, signature: signature as never });
    this.#focusNext = 'sign-heading';
  }

  async #save(sync: StatementSync): Promise<void> {
    if (this.#document.saving) return;
    this.#document = { saving: true, failed: false };
    this.requestUpdate();
    const bytes = await sync.api.document().catch(() => null);
    if (bytes) saveFile(bytes, 'application/pdf', `${['Unfallbericht', sync.content['shared.date']].filter(Boolean).join('_')}.pdf`);
    this.#document = { saving: false, failed: bytes === null };
    this.requestUpdate();
  }

  async #findPosition(sync: StatementSync): Promise<void> {
    this.#position = 'asking';
    this.requestUpdate();
    const found = await whereAmI();
    this.#position = found ? null : 'refused';
    const before = sync.content['shared.place'];
    if (found) sync.set('shared.place', [typeof before === 'string' ? before : '', found].filter(Boolean).join(' · ').slice(0, 200));
    this.requestUpdate();
  }

  async #choose(language: Language): Promise<void> {
    await speak(language);
    this.#sync?.change({ language });
    this.requestUpdate();
  }

  protected override updated(_: PropertyValues): void {
    const target = this.#focusNext && this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(this.#focusNext)}`);
    if (!target) return;
    const isHeading = this.#focusNext === 'heading';
    this.#focusNext = null;
    target.focus({ preventScroll: isHeading });
    if (isHeading && this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: 'start' });
  }

  protected override render(): TemplateResult {
    return html`<div class="app" part="frame" lang=${currentLanguage()} dir=${currentDirection()}>
      ${this.#site ? renderHeader(this.#site, true, currentLanguage(), (language) => void this.#choose(language), msg('Unfallbericht', { id: 'accident.name' })) : nothing}
      ${this.#renderMain()}
    </div>`;
  }

  #renderMain(): TemplateResult {
    if (this.#failure) return renderFailure(this.#failure, this.#site);
    if (this.#trouble === 'gone' || this.#trouble === 'over') return renderStatementEnd(this.#trouble, this.#invitation !== null || this.token?.length === invitationLength);
    if (this.#invitation) return renderInvitation(this.#invitation.joining, this.#invitation.failed, () => void this.#join());
    const sync = this.#sync;
    if (!sync || !this.#site) return renderSkeleton();
    if (sync.stored.state?.closedAt) return html`<div part="step">${renderDone(sync, this.#document.saving, this.#document.failed, () => void this.#save(sync))}${renderFacts(sync.content, ['a', 'b'])}</div>`;
    return this.#renderStep(sync);
  }

  #renderStep(sync: StatementSync): TemplateResult {
    const steps = stepsOf({ side: sync.stored.side, paired: sync.paired, alone: sync.stored.alone });
    const step = sync.frozen ? 'review' : steps.includes(sync.stored.step) ? sync.stored.step : (steps[0] ?? 'place');
    const at = steps.indexOf(step);
    const [before, after] = [steps[at - 1], steps[at + 1]];
    const groups = groupsOf(step);
    const only = groups.length === 1 ? (groups[0]?.number ?? null) : null;
    return html`<form part="step" novalidate @submit=${(submit: Event) => {
      submit.preventDefault();
      if (after) this.#goTo(after);
    }}>
      ${renderStatementProgress(sync, steps, step)}
      <h2 id="heading" part="heading" tabindex="-1">${only === null ? nothing : html`<span class="number">${only}</span>`}${headingOf(step, sync)}</h2>
      <p class="explanation">${explanationOf(step, sync)}</p>
      ${this.#renderTrouble()}
      ${step === 'review' ? this.#renderReview(sync, steps) : step === 'start' ? this.#renderStart(sync) : step === 'handover' ? renderHandover() : this.#renderFields(sync, step)}
      ${sync.lasting ? nothing : html`<p class="note warning storage">${msg('Ihr Browser erlaubt gerade kein Speichern auf dem Gerät. Bitte lassen Sie diese Seite offen, bis beide unterschrieben haben.', { id: 'accident.notLasting' })}</p>`}
      ${sync.frozen || (step === 'start' && !sync.paired) ? nothing : html`<div class="actions" part="actions">
        ${after ? html`<button class="button primary" part="primary-button">${nextLabel(after, sync)}</button>` : nothing}
        ${before ? html`<button type="button" class="button" @click=${() => this.#goTo(before)}><span class="arrow" aria-hidden="true">←</span> ${msg('Zurück', { id: 'frame.back' })}<span class="unseen">: ${stepTitle(before)}</span></button>` : nothing}
      </div>`}
      ${sync.stored.back === null ? nothing : html`<p class="end"><a href=${sync.stored.back}>${msg('Zurück zur Schadenmeldung', { id: 'accident.backToReport' })}</a></p>`}
    </form>`;
  }

  #renderStart(sync: StatementSync): TemplateResult {
    return renderStart(sync, this.#pairing.state, this.api.origin, {
      showCode: () => void this.#pairing.show(sync),
      goAlone: () => {
        this.#pairing.hide();
        sync.change({ alone: true });
        this.#goTo('place');
      },
      unpair: () => void sync.ask(() => sync.api.unpair()),
      share: (url) => void this.#pairing.share(url),
    });
  }

  #renderFields(sync: StatementSync, step: StatementStep): TemplateResult {
    const own = partOf(step);
    const groups = groupsOf(step);
    return html`<div class="fields statement-fields">${groups.map(({ number, fields }) => html`<div class="number-group">
      ${groups.length === 1 ? nothing : html`<h3><span class="number">${number}</span>${textIn(numberTitles[number] ?? { de: '', en: '' }, currentLanguage())}</h3>`}
      ${number === 6 && own ? html`<button type="button" class="button copy" @click=${() => copyDriver(sync, own.side)}>${msg('Fahrer ist auch Versicherungsnehmer', { id: 'accident.samePerson' })}</button>` : nothing}
      ${number === 13 ? html`<p class="soft">${msg('Zeichnen Sie, oder beschreiben Sie den Unfall in Worten. Eins von beiden genügt.', { id: 'accident.sketchOrWords' })}</p>` : nothing}
      <div class=${fields.length > 2 ? 'row' : 'stack-fields'}>${fields.map((field) => renderStatementField(sync, field))}</div>
      ${number === 2 ? renderPlaceHelp(this.#position, () => void this.#findPosition(sync)) : nothing}
    </div>`)}</div>`;
  }

  #renderReview(sync: StatementSync, steps: readonly StatementStep[]): TemplateResult {
    const toPath = (path: string) => {
      const step = stepOfPath(path, steps);
      if (step) this.#goTo(step, path);
    };
    const missing = renderMissing(sync, toPath);
    if (!sync.showsBoth) return html`${missing}${renderWaiting(sync)}${renderFacts(sync.content, [sync.stored.side])}`;
    const acts = (side: StatementSide): SignActs => ({
      type: (name) => {
        this.#signing = { ...this.#signing, [side]: { name, missing: null } };
        this.requestUpdate();
      },
      sign: (signer, field) => void this.#sign(sync, signer, field as SignatureField | null),
      withdraw: (signer) => void sync.withdraw(signer),
    });
    return html`${missing}${renderFacts(sync.content, ['a', 'b'])}${missingIn(sync.content).length > 0 ? nothing : renderSigning(sync, this.#signing, { a: acts('a'), b: acts('b') })}`;
  }

  #renderTrouble(): TemplateResult | typeof nothing {
    const sentence = this.#trouble && troubleSentence(this.#trouble);
    return sentence ? html`<p class="note warning" id="trouble" tabindex="-1" role="alert">${sentence}</p>` : nothing;
  }
}

const copied = [['driverName', 'policyholderName'], ['driverAddress', 'policyholderAddress'], ['driverPhone', 'policyholderContact']] as const;

function copyDriver(sync: StatementSync, side: StatementSide): void {
  for (const [from, to] of copied) {
    const value = sync.content[`${side}.${from}`];
    if (value !== undefined) sync.set(`${side}.${to}`, value);
  }
}

/** Back to where the statement was opened from. */
function onPopState(): void {
  if (!location.pathname.startsWith('/u')) location.reload();
}

export function renderStatementPage(api: Api, token: string): TemplateResult {
  return html`<accident-statement .api=${api} .token=${token || null}></accident-statement>`;
}

if (!customElements.get('accident-statement')) customElements.define('accident-statement', AccidentStatementPage);
