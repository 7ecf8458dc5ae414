import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/callout/callout.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { conditionStages, type ConditionStage } from '@meldewerk/contract/condition-photo';
import { photoLimits } from '@meldewerk/contract/photo';
import type { ReportDetail } from '@meldewerk/contract/report';
import { hasStatus } from '@meldewerk/shell/error-text';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { base, card } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { conditionQueue, dropPhoto, queuePhoto, sendWaiting, waitingPhotos, type WaitingPhoto } from '../../condition-queue.ts';
import { conditionPhotoUrl } from '../../data/condition-photos.ts';
import { fetchReport, photoUrl } from '../../data/reports.ts';
import { setPageTitle } from '../../document-title.ts';
import { type LiveReportEvent, liveUpdates } from '../../live-updates.ts';
import { paths } from '../../router.ts';
import { currentSession } from '../../session.ts';
import { plate } from '../../styles/shared.ts';
import { anglesOf, type Angle } from './angles.ts';
import { likelyStage, shotLabel, stageLabel } from './condition-words.ts';
import type { GhostCamera } from './ghost-camera.ts';
import '../message-page.ts';

/** Photographing the vehicle at the workshop, each view from the angle of the customer's photo. Made for a phone in the yard. */
export class ConditionPage extends LitElement {
  static override properties = { reportId: { type: String }, report: { state: true }, error: { state: true }, stage: { state: true }, waiting: { state: true }, noCamera: { state: true } };
  declare reportId: string;
  declare report: ReportDetail | undefined;
  declare error: unknown;
  declare stage: ConditionStage | undefined;
  declare waiting: WaitingPhoto[];
  declare noCamera: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.waiting = [];
    this.noCamera = false;
    new ListenerController(this, conditionQueue, 'change', () => void this.#readQueue());
    new ListenerController(this, liveUpdates, 'report', (event) => {
      if ((event as LiveReportEvent).message.reportId === this.reportId) void this.#load();
    });
    new ListenerController(this, window, 'online', () => void sendWaiting(currentSession().staff.id));
  }

  static override styles = [
    base, card, plate,
    css`
      .top { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.9rem; margin-block-end: 0.9rem; }
      h1 { font-size: 1.3rem; }
      .back { display: inline-flex; align-items: center; gap: 0.4rem; min-block-size: 2.25rem; }
      fieldset { display: flex; flex-wrap: wrap; gap: 0.4rem; margin: 0 0 1rem; padding: 0; border: 0; }
      legend { float: left; inline-size: 100%; padding: 0; margin-block-end: 0.4rem; font-weight: 600; }
      .stage { position: relative; padding: 0.55rem 0.9rem; border: 1px solid var(--wa-color-surface-border); border-radius: 999px; background: var(--wa-color-surface-default); cursor: pointer; }
      .stage:has(:checked) { background: var(--wa-color-brand-50); border-color: var(--wa-color-brand-50); color: #fff; }
      .stage:has(:focus-visible) { outline: var(--wa-focus-ring); outline-offset: var(--wa-focus-ring-offset); }
      .stage input { position: absolute; opacity: 0; }
      .angles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: 0.9rem; }
      .angle { display: grid; gap: 0.6rem; padding: 0.85rem; align-content: start; }
      .angle h2 { display: flex; align-items: center; gap: 0.5rem; font-size: 1rem; }
      .angle h2 wa-icon { color: #2c9a4b; }
      .pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr)); gap: 0.5rem; }
      figure { display: grid; gap: 0.2rem; font-size: var(--wa-font-size-s); }
      figure img, figure .still { inline-size: 100%; aspect-ratio: 4 / 3; object-fit: cover; border-radius: 6px; background: var(--wa-color-surface-lowered); }
      .still { display: grid; place-items: center; text-align: center; padding: 0.4rem; color: var(--wa-color-text-quiet); }
      .actions { display: flex; flex-wrap: wrap; gap: 0.5rem; }
      .file { position: relative; display: inline-flex; align-items: center; min-block-size: 2.5rem; padding: 0 0.9rem; border: 1px solid var(--wa-color-surface-border); border-radius: 6px; cursor: pointer; }
      .file input { position: absolute; inset: 0; opacity: 0; cursor: pointer; inline-size: 100%; }
      .file:has(:focus-visible) { outline: var(--wa-focus-ring); outline-offset: var(--wa-focus-ring-offset); }
      wa-callout { margin-block-end: 1rem; }
      .refused { display: grid; gap: 0.4rem; padding: 0.7rem 0; }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('reportId')) return;
    void this.#load();
    void this.#readQueue();
    void sendWaiting(currentSession().staff.id);
  }

  override render() {
    const { report } = this;
    if (this.error && !report) {
      if (hasStatus(this.error, 404)) return html`<message-page kind="report-not-found"></message-page>`;
      return html`<message-page kind="failed" .error=${this.error} .retry=${() => void this.#load()}></message-page>`;
    }
    if (!report) return html`<p role="status" class="quiet">${msg('Die Meldung wird geladen.', { id: 'detail.loading' })}</p>`;
    const title = msg('Zustand fotografieren', { id: 'condition.title' });
    setPageTitle([title, report.vehicle.licensePlate].filter(Boolean).join(' · '));
    const stage = this.stage ?? likelyStage(report);
    return html`
      <p><a class="back" href=${paths.report(this.reportId)}><wa-icon name="arrow-left"></wa-icon>${msg('Zur Meldung', { id: 'condition.back' })}</a></p>
      <div class="top"><h1>${title}</h1>${report.vehicle.licensePlate ? html`<span class="plate"><span>${report.vehicle.licensePlate}</span></span>` : html`<span>${report.reference}</span>`}</div>
      <fieldset>
        <legend>${msg('Wann?', { id: 'condition.when' })}</legend>
        ${conditionStages.map((each) => html`<label class="stage"><input type="radio" name="stage" .checked=${each === stage} @change=${() => (this.stage = each)} />${stageLabel(each)}</label>`)}
      </fieldset>
      ${this.#queueNote()}
      ${this.noCamera ? html`<wa-callout variant="warning" size="s" role="status"><wa-icon slot="icon" name="camera"></wa-icon>${msg('Hier ist keine Kamera zu haben. Wählen Sie Fotos aus Dateien; auf dem Telefon öffnet das auch die Kamera-App.', { id: 'condition.noCamera' })}</wa-callout>` : nothing}
      <div class="angles">${anglesOf(report, stage).map((angle) => this.#angle(report, angle, stage))}</div>
    `;
  }

  #queueNote() {
    const open = this.waiting.filter(({ refused }) => refused === undefined);
    const refused = this.waiting.filter((photo) => photo.refused !== undefined);
    return html`
      ${open.length > 0
        ? html`<wa-callout size="s" role="status"><wa-icon slot="icon" name="upload"></wa-icon>${open.length === 1
            ? msg('1 Foto ist auf diesem Gerät und wird übertragen.', { id: 'condition.sendingOne' })
            : msg(str`${open.length} Fotos sind auf diesem Gerät und werden übertragen.`, { id: 'condition.sending' })}</wa-callout>`
        : nothing}
      ${refused.map((photo) => html`<wa-callout variant="danger" size="s" role="alert"><wa-icon slot="icon" name="error"></wa-icon>
        <div class="refused"><span>${photo.refused}</span><span><wa-button size="s" appearance="outlined" @click=${() => void dropPhoto(photo.id)}>${msg('Foto verwerfen', { id: 'condition.discard' })}</wa-button></span></div></wa-callout>`)}
    `;
  }

  #angle(report: ReportDetail, angle: Angle, stage: ConditionStage) {
    const label = shotLabel(report, angle.shotId);
    const waiting = this.waiting.filter(({ said }) => said.stage === stage && (angle.intakePhotoId ? said.compares === angle.intakePhotoId : !said.compares && said.shotId === angle.shotId));
    const done = angle.taken.length + waiting.length > 0;
    return html`
      <section class="card angle" aria-label=${label}>
        <h2>${label}${done ? html`<wa-icon name="check" label=${msg('aufgenommen', { id: 'condition.done' })}></wa-icon>` : nothing}</h2>
        <div class="pictures">
          ${angle.intakePhotoId ? html`<figure><img src=${photoUrl(angle.intakePhotoId, 'thumbnail')} alt=${msg('Foto des Kunden', { id: 'condition.intake' })} loading="lazy" /><figcaption class="quiet">${msg('Vom Kunden', { id: 'condition.fromCustomer' })}</figcaption></figure>` : nothing}
          ${angle.taken.map((photo) => html`<figure><img src=${conditionPhotoUrl(photo.id, 'thumbnail')} alt=${stageLabel(stage)} loading="lazy" /><figcaption class="quiet">${stageLabel(stage)}</figcaption></figure>`)}
          ${waiting.map(() => html`<figure><div class="still">${msg('Wird übertragen', { id: 'condition.onTheWay' })}</div></figure>`)}
        </div>
        <div class="actions">
          ${this.noCamera ? nothing : html`<wa-button variant="brand" appearance=${done ? 'outlined' : 'accent'} @click=${() => void this.#photograph(report, angle, stage)}><wa-icon slot="start" name="camera"></wa-icon>${done ? msg('Noch eines', { id: 'condition.another' }) : msg('Aufnehmen', { id: 'condition.take' })}</wa-button>`}
          <label class="file"><input type="file" accept="image/*" capture="environment" aria-label=${msg(str`${label}: Foto aus Datei`, { id: 'condition.fileOf' })} @change=${(event: Event) => void this.#choose(event, angle, stage)} />${msg('Aus Datei', { id: 'condition.file' })}</label>
        </div>
      </section>
    `;
  }

  async #photograph(report: ReportDetail, angle: Angle, stage: ConditionStage) {
    if (!navigator.mediaDevices) return void (this.noCamera = true);
    await import('./ghost-camera.ts');
    const opener = (this.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
    const camera: GhostCamera = document.createElement('ghost-camera');
    camera.label = shotLabel(report, angle.shotId);
    camera.ghostUrl = angle.intakePhotoId ? photoUrl(angle.intakePhotoId, 'display') : null;
    camera.addEventListener('photo-kept', (event) => {
      const { picture, takenAt } = (event as CustomEvent<{ picture: Blob; takenAt: string }>).detail;
      camera.close();
      void this.#queue(angle, stage, picture, takenAt);
    });
    camera.addEventListener('camera-refused', () => {
      this.noCamera = true;
      camera.close();
    });
    camera.addEventListener('camera-closed', () => {
      camera.remove();
      opener?.focus();
    });
    document.body.append(camera);
  }

  async #choose(event: Event, angle: Angle, stage: ConditionStage) {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    // The clock of the file when it has one: the picture may be from this morning.
    const takenAt = new Date(Math.min(file.lastModified || Date.now(), Date.now())).toISOString();
    if (file.size > photoLimits.maxBytes) return this.#tooLarge();
    await this.#queue(angle, stage, file, takenAt);
  }

  async #tooLarge() {
    const { tell } = await import('@meldewerk/shell/confirm');
    await tell({ title: msg('Das Foto ist zu groß', { id: 'condition.tooLarge' }), text: msg('Mehr als 25 MB nehmen wir nicht an. Bitte wählen Sie ein kleineres.', { id: 'condition.tooLargeHint' }) });
  }

  #queue({ shotId, intakePhotoId }: Angle, stage: ConditionStage, picture: Blob, takenAt: string) {
    return queuePhoto({
      id: crypto.randomUUID(), reportId: this.reportId, staffId: currentSession().staff.id, picture,
      said: { stage, shotId, takenAt, ...(intakePhotoId && { compares: intakePhotoId }) },
    });
  }

  async #readQueue() {
    const before = this.waiting.length;
    this.waiting = await waitingPhotos(currentSession().staff.id, this.reportId);
    if (this.waiting.length < before) await this.#load();
  }

  async #load() {
    try {
      this.report = await fetchReport(this.reportId);
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}

customElements.define('condition-page', ConditionPage);
