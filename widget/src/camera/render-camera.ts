import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { textIn } from '@meldewerk/contract/text-in';
import { photoThumbnail } from '../photos/photo-thumbnail.ts';
import { shotDrawing } from '../photos/shot-drawing.ts';
import { isTaken, keyOf, photosOf, spotTitle, titleOf, type ShotToTake } from '../photos/shots-to-take.ts';
import type { GuidedCamera } from './guided-camera.ts';
import { closeIcon, doneIcon, levelIcon, lightIcon } from './icons.ts';
import { drawOutline } from './outlines/draw-outline.ts';
import { renderFoot } from './render-foot.ts';
import { largePicture } from './large-picture.ts';
import { howToFrame, troubleWords } from './words.ts';

/** The whole camera as it stands. */
export function renderCamera(camera: GuidedCamera): TemplateResult {
  const { current, mode } = camera;
  return html`<dialog aria-labelledby="title" @close=${() => camera.closed()} @keydown=${(key: KeyboardEvent) => onKey(camera, key)}>
    <div class="camera is-${mode} ${camera.box.width < camera.box.height ? 'upright' : ''}">
      ${renderHead(camera, current)}
      <div class="stage">${mode === 'done' ? renderDone(camera) : renderPicture(camera, current)}</div>
      ${current && mode !== 'review' && mode !== 'kept' && mode !== 'done' ? renderAdvice(camera, current) : nothing}
      ${renderStrip(camera)}
      <div class="foot">${renderFoot(camera, current)}</div>
      <p class="unseen" aria-live="polite">${camera.spoken}</p>
    </div>
  </dialog>`;
}

/** Space and Enter release the shutter wherever nothing else would take them. */
function onKey(camera: GuidedCamera, key: KeyboardEvent): void {
  const taken = (key.target as Element).closest('button, label, input, a');
  if (taken || (key.key !== ' ' && key.key !== 'Enter')) return;
  key.preventDefault();
  void camera.take();
}

function renderHead(camera: GuidedCamera, current: ShotToTake | undefined): TemplateResult {
  const { shots, mode, report } = camera;
  const at = shots.findIndex((shot) => keyOf(shot) === camera.key) + 1;
  const done = mode === 'done' || !current;
  const spot = current && spotTitle(report, current);
  return html`<header>
    <button type="button" class="round" aria-label=${msg('Kamera schließen', { id: 'camera.close' })} @click=${() => camera.close()}>${closeIcon}</button>
    <div class="title">
      <h2 id="title">${done ? msg('Ihre Fotos', { id: 'camera.yourPhotos' }) : textIn(current.shot.label, report.language)}</h2>
      ${done ? nothing : html`<p>${spot ? html`${spot}<br />` : nothing}${msg(str`${at} von ${shots.length}`, { id: 'camera.count' })}</p>`}
    </div>
    <div class="tools">
      ${camera.level.asks && mode === 'live' ? html`<button type="button" class="round" aria-label=${msg('Wasserwaage einschalten', { id: 'camera.level' })} @click=${() => void camera.level.ask()}>${levelIcon}</button>` : nothing}
      ${camera.camera?.hasTorch && mode === 'live'
        ? html`<button type="button" class="round" aria-pressed=${camera.torch ? 'true' : 'false'} aria-label=${msg('Licht', { id: 'camera.light' })} @click=${() => void camera.light()}>${lightIcon}</button>`
        : nothing}
    </div>
  </header>`;
}

function renderPicture(camera: GuidedCamera, current: ShotToTake | undefined): TemplateResult {
  const { mode, report } = camera;
  const shown = mode === 'review' || mode === 'kept';
  const kept = mode === 'kept' && current ? photosOf(report, current).at(-1) : undefined;
  return html`<div class="picture">
      <video playsinline muted .muted=${true} autoplay aria-hidden="true" tabindex="-1" ?hidden=${mode === 'files' || mode === 'kept'} @loadeddata=${(event: Event) => camera.measure(event.target as HTMLVideoElement)} @resize=${(event: Event) => camera.measure(event.target as HTMLVideoElement)}></video>
      ${mode === 'review' && camera.taken && current ? largePicture(camera.taken.file, titleOf(report, current), camera.markBroken) : nothing}
      ${kept && current ? photoThumbnail(kept, titleOf(report, current), 1) : nothing}
      ${shown || !current ? nothing : drawOutline(current.shot.outline, camera.vehicleType, camera.box)}
      ${mode === 'live' ? renderLevel(camera.level.roll) : nothing}
      ${shown || !current ? nothing : renderChips(camera, current)}
      <span class="flash"></span>
    </div>
    ${camera.busy ? html`<p class="waiting later" role="status">${msg('Foto wird aufgenommen …', { id: 'camera.taking' })}</p>` : nothing}
    ${mode === 'opening' ? html`<p class="waiting" role="status">${msg('Die Kamera wird geöffnet …', { id: 'camera.opening' })}</p>` : nothing}`;
}

function renderLevel(roll: number | null): TemplateResult | typeof nothing {
  if (roll === null || Math.abs(roll) > 30) return nothing;
  return html`<span class="level ${Math.abs(roll) < 2 ? 'even' : ''}" aria-hidden="true"></span>`;
}

/** One sentence what to photograph. */
function renderAdvice({ mode, trouble, tellsTrouble, notice, report }: GuidedCamera, { shot }: ShotToTake): TemplateResult {
  return html`<div class="advice">
      <p>${mode === 'files' && trouble && tellsTrouble ? html`<span class="trouble">${troubleWords(trouble)}</span>` : nothing}${textIn(shot.instruction, report.language)}</p>
      ${notice ? html`<p class="notice">${notice}</p>` : nothing}
    </div>`;
}

/** In words what the outline means, and one thing that would be better. */
function renderChips({ mode, vehicleType, box, level }: GuidedCamera, { shot: { outline } }: ShotToTake): TemplateResult {
  const frame = howToFrame(outline, vehicleType);
  const tilted = level.roll !== null && Math.abs(level.roll) > 6 && Math.abs(level.roll) < 30;
  const turned = outline.startsWith('front') || outline.startsWith('rear') || outline === 'registration';
  const better = tilted ? msg('Handy gerade halten', { id: 'camera.straight' }) : turned && box.width < box.height ? msg('Quer passt mehr ins Bild', { id: 'camera.turn' }) : null;
  return html`<p class="chips">${frame ? html`<span>${frame}</span>` : nothing}${mode === 'live' && better ? html`<span>${better}</span>` : nothing}</p>`;
}

function renderDone(camera: GuidedCamera): TemplateResult {
  const { shots, report } = camera;
  const taken = shots.filter((shot) => isTaken(report, shot)).length;
  return html`<div class="finished">
    ${doneIcon(taken / shots.length)}
    <p class="large">${taken === shots.length ? msg('Alles fotografiert, vielen Dank.', { id: 'camera.allDone' }) : msg(str`${taken} von ${shots.length} Motiven fotografiert.`, { id: 'camera.someDone' })}</p>
    <p>${msg('Was fehlt, können Sie unten antippen und nachholen.', { id: 'camera.tapAny' })}</p>
  </div>`;
}

/** Everything there is to photograph, with what has been. */
function renderStrip(camera: GuidedCamera): TemplateResult {
  const { shots, report, key, mode } = camera;
  // While a picture is looked at, there is that to decide.
  return html`<ol class="strip" aria-label=${msg('Alle Motive', { id: 'camera.strip' })}>
    ${repeat(shots, keyOf, (shot) => {
      const photo = photosOf(report, shot).findLast(({ state }) => state !== 'refused');
      const skipped = !photo && camera.isSkipped(shot);
      const state = photo ? msg('fotografiert', { id: 'camera.isTaken' }) : skipped ? msg('ausgelassen', { id: 'camera.isSkipped' }) : msg('noch offen', { id: 'camera.isOpen' });
      return html`<li>
        <button type="button" class=${photo ? 'taken' : skipped ? 'skipped' : ''} aria-label="${titleOf(report, shot)}, ${state}" aria-current=${keyOf(shot) === key && mode !== 'done' ? 'step' : nothing}
          @click=${() => camera.select(shot)}>
          ${photo?.preview ? photoThumbnail(photo, '', 1) : shotDrawing(shot.shot.outline)}
          ${photo ? html`<span class="tick" aria-hidden="true">✓</span>` : nothing}
        </button>
      </li>`;
    })}
  </ol>`;
}

