import { base } from '@meldewerk/shell/styles';
import { css } from 'lit';

/** On paper, which is white in either colour scheme. */
export const fieldLayerStyles = [
  base,
  css`
    :host { position: absolute; inset: 0; }
    .layer { position: absolute; inset: 0; touch-action: pan-x pan-y; }
    .placing { cursor: crosshair; touch-action: none; }
    .placing .field { pointer-events: none; }
    .field { --tone: #1a5fb4; position: absolute; display: flex; align-items: center; border: 1.5px solid var(--tone); border-radius: 3px; background: color-mix(in srgb, var(--tone) 14%, transparent); color: #12233a; cursor: move; touch-action: none; user-select: none; }
    /* A thin field is still easy to hit with a finger. */
    .field::after { content: ''; position: absolute; inset: -6px; }
    .field.placeholder { --tone: #6b3fa0; }
    .field.customerSignature { --tone: #17713f; }
    .field.workshopSignature { --tone: #a0522d; }
    .field.faulty { --tone: #b3261e; background: rgb(179 38 30 / 20%); }
    .field.selected { z-index: 2; box-shadow: 0 0 0 2px #fff, 0 0 0 4px var(--tone); }
    .field:focus-visible { outline: 2px solid #12233a; outline-offset: 5px; }
    .caption { display: flex; align-items: center; gap: 0.25rem; min-width: 0; max-width: 100%; padding-inline: 0.25rem; overflow: hidden; font-size: clamp(0.6rem, 1.5cqw, 0.8rem); font-weight: 600; line-height: 1.1; white-space: nowrap; pointer-events: none; }
    .caption wa-icon { flex: none; }
    .caption span { overflow: hidden; text-overflow: ellipsis; }
    .checkbox .caption { padding: 0; justify-content: center; width: 100%; }
    .checkbox .caption span { display: none; }
    .grip { position: absolute; inset-block-end: -7px; inset-inline-end: -7px; z-index: 3; width: 14px; height: 14px; border: 2px solid #fff; border-radius: 50%; background: var(--tone); cursor: nwse-resize; touch-action: none; }
    .grip::after { content: ''; position: absolute; inset: -10px; }
    .drawn { position: absolute; border: 1.5px dashed #12233a; background: rgb(26 95 180 / 15%); pointer-events: none; }
    .line { position: absolute; background: #d1287e; pointer-events: none; }
    .upright { inset-block: 0; width: 1px; }
    .level { inset-inline: 0; height: 1px; }
  `,
];
