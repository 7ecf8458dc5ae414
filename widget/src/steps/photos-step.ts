import { textIn } from '@meldewerk/contract/text-in';
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Shot } from '@meldewerk/contract/catalogue';
import type { VehicleType } from '@meldewerk/contract/damage-parts';
import { cameraFile, hasLivePicture, startCamera } from '../camera/bring-camera.ts';
import { checkPhotos } from '../checks/check-photos.ts';
import type { PhotoSource } from '../draft.ts';
import { fieldId } from '../flow.ts';
import { acceptedPhotos } from '../photos/accepted-photos.ts';
import { openShotsOf, photosByShot, shotsOf, uploadsOf } from '../photos/draft-shots.ts';
import { renderPlaceQuestion } from '../photos/place-question.ts';
import { photoCard } from '../photos/photo-card.ts';
import { shotDrawing } from '../photos/shot-drawing.ts';
import { isPassedOver, isTaken, keyOf, passOver, pathOf, photosOf, shotsToTake, spotTitle, titleOf, type ShotToTake } from '../photos/shots-to-take.ts';
import { takeFiles } from '../photos/take-files.ts';
import type { Step, StepHost } from '../step.ts';
import { fieldStyles } from '../styles/fields.ts';
import { photoStyles } from '../styles/photos.ts';

/** Sentences about files that could not be taken, by the place they were meant for. */
let refusals: { at: string; sentences: string[] } = { at: '', sentences: [] };

export const photosStep: Step = {
  heading: () => msg('Zeigen Sie uns den Schaden', { id: 'photos.heading' }),
  explanation: () =>
    msg('Ein Foto nach dem anderen, oder mehrere auf einmal. Sie werden schon übertragen, während Sie weitermachen.', { id: 'photos.explanation' }),
  styles: [fieldStyles, photoStyles],

  check: checkPhotos,

  render(host) {
    const shots = shotsToTake(host);
    const taken = shots.filter((shot) => isTaken(host, shot)).length;
    return html`<div class="photos">
      ${renderStart(host, taken)}
      <div class="walk" aria-hidden="true">${shots.map((shot) => html`<i class=${stateOf(host, shot)}></i>`)}</div>
      <p class="soft taken">${msg(str`${taken} von ${shots.length} Motiven fotografiert`, { id: 'photos.taken' })}</p>
      <ol class="shots">
        ${repeat(shots, keyOf, (shot) => renderShot(host, shots, shot))}
      </ol>
      ${renderPlaceQuestion(host)}
      ${renderSkipRest(host)}
    </div>`;
  },
};

/** Two ways that lead to the same: our camera, or photos that are there already. */
function renderStart(host: StepHost, taken: number): TemplateResult {
  const type = (host.drafts.draft.vehicle['type'] as VehicleType | undefined) ?? 'car';
  return html`<div class="start">
    <div class="start-picture" aria-hidden="true">${cameraFile?.startPicture(type) ?? nothing}</div>
    <div class="ways">
      <p>${msg('Die Kamera zeigt Ihnen bei jedem Motiv, wo Sie stehen und was ins Bild gehört.', { id: 'photos.guided' })}</p>
      <button type="button" class="button start-camera" @click=${(click: Event) => void startCamera(host, click.currentTarget as HTMLElement, null)}>
        ${cameraIcon}${taken === 0 ? msg('Kamera starten', { id: 'photos.startCamera' }) : msg('Kamera fortsetzen', { id: 'photos.goOnCamera' })}
      </button>
      ${fileButton(host, null, 'file', msg('Mehrere Fotos auswählen', { id: 'photos.several' }), '')}
      <p class="soft small">${msg('Sie haben schon Fotos? Wir legen sie beim Schaden ab, Sie können sie danach zuordnen.', { id: 'photos.severalHint' })}</p>
    </div>
    ${renderRefusals('several')}
  </div>`;
}

function stateOf(host: StepHost, shot: ShotToTake): 'is-taken' | 'is-skipped' | 'is-open' {
  if (isTaken(host, shot)) return 'is-taken';
  return isPassedOver(host, shot) ? 'is-skipped' : 'is-open';
}

/** One answer for everything that cannot be photographed just now. */
function renderSkipRest(host: StepHost): TemplateResult | typeof nothing {
  const undecided = new Set(openShotsOf(host).flatMap(({ shot, fault }) => (fault === 'notDecided' ? [shot.id] : [])));
  const open = shotsToTake(host).filter((wanted) => undecided.has(wanted.shot.id) && wanted.shot.rule === 'expected' && photosOf(host, wanted).length === 0 && !isPassedOver(host, wanted));
  if (open.length < 2) return nothing;
  const skipRest = () => {
    host.drafts.change({ skippedShots: [...host.drafts.draft.skippedShots, ...open.map(keyOf)] });
    host.recheck();
    host.announce(msg(str`${open.length} Fotos ausgelassen.`, { id: 'photos.skippedRest' }));
  };
  return html`<button type="button" class="button rest" @click=${skipRest}>${msg(str`Die ${open.length} übrigen wichtigen Fotos kann ich gerade nicht machen`, { id: 'photos.skipRest' })}</button>`;
}

function renderShot(host: StepHost, all: readonly ShotToTake[], wanted: ShotToTake): TemplateResult {
  const { language } = host;
  const { shot } = wanted;
  const [key, own, taken] = [keyOf(wanted), photosOf(host, wanted), isTaken(host, wanted)];
  const path = pathOf(host, all, wanted);
  const fault = host.faultOf(path);
  const skipped = isPassedOver(host, wanted);
  const [label, ofSpot] = [textIn(shot.label, language), spotTitle(host, wanted)];
  const title = titleOf(host, wanted);
  return html`<li class="shot ${stateOf(host, wanted)} ${fault ? 'faulty' : ''}" aria-labelledby=${`label-${key}`}>
    <span class="shot-picture">${shotDrawing(shot.outline)}</span>
    <div class="about">
      <h3 id=${`label-${key}`}>${ofSpot ? html`<span class="of-spot">${ofSpot}<span class="unseen">: </span></span>` : nothing}${label} <span class="rule ${shot.rule}">${ruleText(shot)}</span></h3>
      ${taken ? nothing : html`<p class="soft">${textIn(shot.instruction, language)}</p>`}
    </div>
    <div class="work">
      ${own.length > 0 ? html`<ul class="cards">${repeat(own, (photo) => photo.id, (photo, at) => photoCard(host, all, wanted, photo, at + 1))}</ul>` : nothing}
      ${renderUndo(host, wanted)}
      <div class="buttons">
        ${own.length < shot.maxPhotos && !(skipped && own.length === 0)
          ? html`${hasLivePicture()
                ? html`<button type="button" class="button camera" @click=${(click: Event) => void startCamera(host, click.currentTarget as HTMLElement, key)}>${cameraIcon}${msg('Aufnehmen', { id: 'photos.take' })}<span class="unseen">: ${title}</span></button>`
                : fileButton(host, wanted, 'camera', msg('Aufnehmen', { id: 'photos.take' }), title)}
              ${fileButton(host, wanted, 'file', own.length > 0 ? msg('Weiteres', { id: 'photos.another' }) : msg('Auswählen', { id: 'photos.pick' }), title, path, fault)}`
          : nothing}
        ${shot.rule === 'expected' && own.length === 0
          ? html`<label class="skip"><input type="checkbox" .checked=${live(skipped)} @change=${() => skip(host, wanted, !skipped)} />${msg('Kann ich gerade nicht', { id: 'photos.skip' })}<span class="unseen">: ${title}</span></label>`
          : nothing}
      </div>
      ${fault ? html`<p class="wrong" id=${`fault-${path}`}>${fault}</p>` : nothing}
      ${renderRefusals(key)}
    </div>
  </li>`;
}

function ruleText(shot: Shot): string {
  switch (shot.rule) {
    case 'required':
      return msg('notwendig', { id: 'photos.required' });
    case 'expected':
      return msg('wichtig', { id: 'photos.expected' });
    case 'optional':
      return msg('freiwillig', { id: 'photos.optional' });
  }
}

// A real file input under a button's clothes: keyboard, screen reader and the phone's own picker all know it.
function fileButton(host: StepHost, wanted: ShotToTake | null, source: PhotoSource, text: string, label: string, path?: string, fault?: string): TemplateResult {
  const camera = source === 'camera';
  return html`<label class="button file ${camera ? 'camera' : ''}">
    <input class="unseen" type="file" accept=${acceptedPhotos} ?multiple=${!camera && (!wanted || wanted.shot.maxPhotos > 1)} capture=${camera ? 'environment' : nothing}
      id=${path ? fieldId(path) : nothing} aria-describedby=${path && fault ? `fault-${path}` : nothing}
      @change=${(change: Event) => void take(host, change.target as HTMLInputElement, wanted, source)} />
    ${camera ? cameraIcon : plusIcon}${text}${label ? html`<span class="unseen">: ${label}</span>` : nothing}
  </label>`;
}

const cameraIcon = html`<svg viewBox="0 0 24 24" width="22" height="22" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" aria-hidden="true"><path d="M3 8h4l2-3h6l2 3h4v11H3z"/><circle cx="12" cy="13" r="3.5"/></svg>`;
const plusIcon = html`<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" aria-hidden="true"><path d="M12 5v14M5 12h14"/></svg>`;

async function take(host: StepHost, input: HTMLInputElement, wanted: ShotToTake | null, source: PhotoSource): Promise<void> {
  const files = [...(input.files ?? [])];
  const shot = wanted?.shot ?? null;
  input.value = '';
  refusals = { at: '', sentences: [] };
  const sentences = await takeFiles(host, files, shot, source, wanted?.spot?.id ?? null);
  refusals = { at: wanted ? keyOf(wanted) : 'several', sentences };
  const added = files.length - sentences.length;
  host.announce([added === 1 ? msg('1 Foto hinzugefügt.', { id: 'photos.addedOne' }) : msg(str`${added} Fotos hinzugefügt.`, { id: 'photos.added' }), ...sentences].join(' '));
  if (wanted && added > 0 && isPassedOver(host, wanted)) skip(host, wanted, false);
  host.recheck();
}

function renderRefusals(at: string): TemplateResult | typeof nothing {
  if (refusals.at !== at || refusals.sentences.length === 0) return nothing;
  return html`<ul class="refusals">${refusals.sentences.map((sentence) => html`<li class="wrong">${sentence}</li>`)}</ul>`;
}

function renderUndo(host: StepHost, wanted: ShotToTake): TemplateResult | typeof nothing {
  const removed = photosByShot(shotsOf(host), uploadsOf(host).removed)(wanted.shot).filter(({ spotId }) => spotId === (wanted.spot?.id ?? null));
  const last = removed.at(-1);
  if (!last) return nothing;
  return html`<p class="undo"><span>${msg('Foto entfernt.', { id: 'photos.removed' })}</span>
    <button type="button" class="button quiet" id=${`undo-${last.id}`} @click=${() => uploadsOf(host).restore(last.id)}>${msg('Rückgängig', { id: 'photos.undo' })}</button></p>`;
}

function skip(host: StepHost, wanted: ShotToTake, skipped: boolean): void {
  passOver(host, wanted, skipped);
  host.recheck();
}
