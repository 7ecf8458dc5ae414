import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { photoHint } from '../photo-check/photo-hint.ts';
import { acceptedPhotos } from '../photos/accepted-photos.ts';
import type { ShotToTake } from '../photos/shots-to-take.ts';
import type { GuidedCamera } from './guided-camera.ts';
import { cameraIcon, filesIcon } from './icons.ts';

/** What can be done with what is shown. The first thing to do gets the focus (`data-first`). */
export function renderFoot(camera: GuidedCamera, current: ShotToTake | undefined): TemplateResult | typeof nothing {
  if (!current) return nothing;
  switch (camera.mode) {
    case 'opening':
    case 'live':
      return renderShutter(camera, current);
    case 'files':
      return renderFiles(camera, current);
    case 'review':
      return renderReview(camera);
    case 'kept':
      return html`<div class="choice">
        <button type="button" class="button" @click=${() => camera.replace()}>${msg('Neu aufnehmen', { id: 'camera.replace' })}</button>
        <button type="button" class="button primary" data-first @click=${() => camera.goOn()}>${msg('Weiter', { id: 'frame.next' })}</button>
      </div>`;
    case 'done':
      return html`<div class="choice"><button type="button" class="button primary" data-first @click=${() => camera.close()}>${msg('Fertig', { id: 'camera.finish' })}</button></div>`;
  }
}

function renderShutter(camera: GuidedCamera, current: ShotToTake): TemplateResult {
  const zooms = camera.camera?.zooms ?? [];
  return html`${zooms.length > 1
      ? html`<div class="zooms" role="group" aria-label=${msg('Vergrößerung', { id: 'camera.zoom' })}>
          ${zooms.map((zoom) => html`<button type="button" aria-pressed=${zoom === camera.zoom ? 'true' : 'false'} @click=${() => void camera.zoomTo(zoom)}>${zoom.toLocaleString(camera.lang)}×</button>`)}
        </div>`
      : nothing}
    <div class="controls">
      <label class="side">${fileInput(camera, 'file')}${filesIcon}<span>${msg('Auswählen', { id: 'photos.pick' })}</span></label>
      <button type="button" class="shutter" data-first aria-label=${msg('Foto aufnehmen', { id: 'camera.shutter' })} aria-disabled=${camera.mode === 'live' ? 'false' : 'true'} @click=${() => void camera.take()}></button>
      ${passButton(camera, current)}
    </div>`;
}

/** Everything the camera can do, by files: the device's own camera app for this shot, or a photo that is there already. */
function renderFiles(camera: GuidedCamera, current: ShotToTake): TemplateResult {
  return html`<div class="choice files">
      <label class="button primary own-camera">${fileInput(camera, 'camera')}${cameraIcon}${msg('Fotografieren', { id: 'camera.app' })}</label>
      <label class="button own-files">${fileInput(camera, 'file')}${filesIcon}${msg('Auswählen', { id: 'photos.pick' })}</label>
    </div>
    <div class="quiet">
      ${camera.trouble === 'unsupported' ? nothing : html`<button type="button" @click=${() => void camera.start(true)}>${msg('Kamera noch einmal versuchen', { id: 'camera.retry' })}</button>`}
      ${passButton(camera, current)}
    </div>`;
}

function fileInput(camera: GuidedCamera, source: 'camera' | 'file'): TemplateResult {
  const take = (change: Event) => void camera.pick(change.target as HTMLInputElement, source);
  return html`<input class="unseen" type="file" accept=${acceptedPhotos} capture=${source === 'camera' ? 'environment' : nothing} ?data-first=${camera.mode === 'files'} @change=${take} />`;
}

function passButton(camera: GuidedCamera, { shot }: ShotToTake): TemplateResult {
  const text = shot.rule === 'expected' ? msg('Auslassen', { id: 'camera.skip' }) : msg('Weiter', { id: 'frame.next' });
  return html`<button type="button" class="side" @click=${() => camera.pass()}><svg class="ahead" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M5 6l7 6-7 6zM18 6v12"/></svg><span>${text}</span></button>`;
}

/** One hint at most, and never a wall. */
function renderReview(camera: GuidedCamera): TemplateResult {
  const hint = photoHint(camera.taken?.findings ?? []);
  const doubtful = hint !== null || camera.taken?.broken === true;
  const use = html`<button type="button" class="button ${doubtful ? '' : 'primary'}" ?data-first=${!doubtful} @click=${() => camera.use()}>${doubtful ? msg('Trotzdem verwenden', { id: 'camera.useAnyway' }) : msg('Verwenden', { id: 'camera.use' })}</button>`;
  const again = html`<button type="button" class="button ${doubtful ? 'primary' : ''}" ?data-first=${doubtful} @click=${() => camera.again()}>${msg('Noch einmal', { id: 'camera.again' })}</button>`;
  return html`<p class="hint" role="status">${hint ?? ''}</p><div class="choice">${again}${use}</div>`;
}
