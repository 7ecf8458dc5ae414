import { textIn } from '@meldewerk/contract/text-in';
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Shot } from '@meldewerk/contract/catalogue';
import { checkPhotos } from '../checks/check-photos.ts';
import type { PhotoSource, StoredPhoto } from '../draft.ts';
import { fieldId } from '../flow.ts';
import { openShotsOf, photosByShot, shotsOf, uploadsOf } from '../photos/draft-shots.ts';
import { photoCard } from '../photos/photo-card.ts';
import { shotDrawing } from '../photos/shot-drawing.ts';
import { takeFiles } from '../photos/take-files.ts';
import type { Step, StepHost } from '../step.ts';
import { fieldStyles } from '../styles/fields.ts';
import { photoStyles } from '../styles/photos.ts';

const accepted = 'image/jpeg,image/png,image/webp,image/heic,image/heif,image/avif,.heic,.heif';
/** Sentences about files that could not be taken, by the place they were meant for. */
let refusals: { at: string; sentences: string[] } = { at: '', sentences: [] };

export const photosStep: Step = {
  heading: () => msg('Zeigen Sie uns den Schaden', { id: 'photos.heading' }),
  explanation: () =>
    msg('Ein Foto nach dem anderen, oder mehrere auf einmal. Sie werden schon übertragen, während Sie weitermachen.', { id: 'photos.explanation' }),
  styles: [fieldStyles, photoStyles],

  check: checkPhotos,

  render(host) {
    const shots = shotsOf(host);
    const photosOf = photosByShot(shots, uploadsOf(host).photos);
    const taken = shots.filter((shot) => photosOf(shot).length > 0).length;
    return html`<div class="photos">
      <div class="several">
        <p class="soft">${msg('Sie haben schon Fotos? Wir legen sie beim Schaden ab, Sie können sie danach zuordnen.', { id: 'photos.severalHint' })}</p>
        ${fileButton(host, null, 'file', msg('Mehrere Fotos auswählen', { id: 'photos.several' }), '')}
        ${renderRefusals('several')}
      </div>
      <p class="soft taken">${msg(str`${taken} von ${shots.length} Motiven fotografiert`, { id: 'photos.taken' })}</p>
      <ol class="shots">
        ${repeat(shots, (shot) => shot.id, (shot) => renderShot(host, shots, shot, photosOf(shot)))}
      </ol>
      ${renderSkipRest(host)}
    </div>`;
  },
};

/** One answer for everything that cannot be photographed just now. */
function renderSkipRest(host: StepHost): TemplateResult | typeof nothing {
  const open = openShotsOf(host).filter(({ fault }) => fault === 'notDecided');
  if (open.length < 2) return nothing;
  const skipRest = () => {
    host.drafts.change({ skippedShots: [...host.drafts.draft.skippedShots, ...open.map(({ shot }) => shot.id)] });
    host.recheck();
    host.announce(msg(str`${open.length} Fotos ausgelassen.`, { id: 'photos.skippedRest' }));
  };
  return html`<button type="button" class="button rest" @click=${skipRest}>${msg(str`Die ${open.length} übrigen wichtigen Fotos kann ich gerade nicht machen`, { id: 'photos.skipRest' })}</button>`;
}

function renderShot(host: StepHost, shots: Shot[], shot: Shot, own: StoredPhoto[]): TemplateResult {
  const { language, drafts } = host;
  const path = `photos.${shot.id}`;
  const fault = host.faultOf(path);
  const skipped = drafts.draft.skippedShots.includes(shot.id);
  const label = textIn(shot.label, language);
  return html`<li class="shot ${fault ? 'faulty' : ''}" aria-labelledby=${`label-${shot.id}`}>
    ${shotDrawing(shot.outline)}
    <div class="about">
      <h3 id=${`label-${shot.id}`}>${label} <span class="rule ${shot.rule}">${ruleText(shot)}</span></h3>
      <p class="soft">${textIn(shot.instruction, language)}</p>
    </div>
    <div class="work">
      ${own.length > 0 ? html`<ul class="cards">${repeat(own, (photo) => photo.id, (photo, at) => photoCard(host, shots, shot, photo, at + 1))}</ul>` : nothing}
      ${renderUndo(host, shots, shot)}
      <div class="buttons">
        ${own.length < shot.maxPhotos && !(skipped && own.length === 0)
          ? html`${fileButton(host, shot, 'camera', msg('Aufnehmen', { id: 'photos.take' }), label)}
              ${fileButton(host, shot, 'file', own.length > 0 ? msg('Weiteres', { id: 'photos.another' }) : msg('Auswählen', { id: 'photos.pick' }), label, fault ? path : undefined)}`
          : nothing}
        ${shot.rule === 'expected' && own.length === 0
          ? html`<label class="skip"><input type="checkbox" .checked=${live(skipped)} @change=${() => skip(host, shot.id, !skipped)} />${msg('Kann ich gerade nicht', { id: 'photos.skip' })}<span class="unseen">: ${label}</span></label>`
          : nothing}
      </div>
      ${fault ? html`<p class="wrong" id=${`fault-${path}`}>${fault}</p>` : nothing}
      ${renderRefusals(shot.id)}
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
function fileButton(host: StepHost, shot: Shot | null, source: PhotoSource, text: string, label: string, faultPath?: string): TemplateResult {
  const camera = source === 'camera';
  return html`<label class="button file ${camera ? 'camera' : ''}">
    <input class="unseen" type="file" accept=${accepted} ?multiple=${!camera && (!shot || shot.maxPhotos > 1)} capture=${camera ? 'environment' : nothing}
      id=${shot && !camera ? fieldId(`photos.${shot.id}`) : nothing} aria-describedby=${faultPath ? `fault-${faultPath}` : nothing}
      @change=${(change: Event) => void take(host, change.target as HTMLInputElement, shot, source)} />
    ${camera ? cameraIcon : plusIcon}${text}${label ? html`<span class="unseen">: ${label}</span>` : nothing}
  </label>`;
}

const cameraIcon = html`<svg viewBox="0 0 24 24" width="22" height="22" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" aria-hidden="true"><path d="M3 8h4l2-3h6l2 3h4v11H3z"/><circle cx="12" cy="13" r="3.5"/></svg>`;
const plusIcon = html`<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" aria-hidden="true"><path d="M12 5v14M5 12h14"/></svg>`;

async function take(host: StepHost, input: HTMLInputElement, shot: Shot | null, source: PhotoSource): Promise<void> {
  const files = [...(input.files ?? [])];
  input.value = '';
  refusals = { at: '', sentences: [] };
  const sentences = await takeFiles(host, files, shot, source);
  refusals = { at: shot?.id ?? 'several', sentences };
  const added = files.length - sentences.length;
  host.announce([added === 1 ? msg('1 Foto hinzugefügt.', { id: 'photos.addedOne' }) : msg(str`${added} Fotos hinzugefügt.`, { id: 'photos.added' }), ...sentences].join(' '));
  if (shot && added > 0 && host.drafts.draft.skippedShots.includes(shot.id)) skip(host, shot.id, false);
  host.recheck();
}

function renderRefusals(at: string): TemplateResult | typeof nothing {
  if (refusals.at !== at || refusals.sentences.length === 0) return nothing;
  return html`<ul class="refusals">${refusals.sentences.map((sentence) => html`<li class="wrong">${sentence}</li>`)}</ul>`;
}

function renderUndo(host: StepHost, shots: Shot[], shot: Shot): TemplateResult | typeof nothing {
  const removed = photosByShot(shots, uploadsOf(host).removed)(shot);
  const last = removed.at(-1);
  if (!last) return nothing;
  return html`<p class="undo"><span>${msg('Foto entfernt.', { id: 'photos.removed' })}</span>
    <button type="button" class="button quiet" id=${`undo-${last.id}`} @click=${() => uploadsOf(host).restore(last.id)}>${msg('Rückgängig', { id: 'photos.undo' })}</button></p>`;
}

function skip(host: StepHost, shotId: string, skipped: boolean): void {
  const others = host.drafts.draft.skippedShots.filter((other) => other !== shotId);
  host.drafts.change({ skippedShots: skipped ? [...others, shotId] : others });
  host.recheck();
}
