import { css } from 'lit';

export const damageStyles = css`
  .damage-step {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 14px;
  }
  .views {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    padding: 4px;
    border-radius: var(--mw-radius);
    background: var(--mw-surface-soft);
  }
  .views button {
    position: relative;
    flex: 1 1 0;
    min-width: min-content;
    min-height: 44px;
    padding: 4px;
    border: 0;
    border-radius: 9px;
    background: none;
    color: var(--mw-text-soft);
    font-size: 0.9375em;
    cursor: pointer;
    overflow-wrap: normal;
  }
  @container (max-width: 350px) {
    .views button {
      font-size: 0.8125em;
    }
  }
  .views button[aria-pressed='true'] {
    background: var(--mw-surface);
    color: var(--mw-brand-text);
    font-weight: 600;
    box-shadow: 0 1px 3px rgb(23 33 43 / 18%);
  }
  .views .count {
    position: absolute;
    inset-block-start: -5px;
    inset-inline-end: 0;
    display: grid;
    place-items: center;
    min-width: 18px;
    height: 18px;
    border-radius: 9px;
    background: var(--mw-danger);
    color: #fff;
    font-size: 12px;
    font-weight: 700;
    line-height: 1;
  }
  .stage {
    display: grid;
    place-items: center;
    aspect-ratio: 8 / 5;
    max-height: 380px;
    width: 100%;
    container-type: size;
    color: var(--mw-text);
    touch-action: pan-y;
    -webkit-tap-highlight-color: transparent;
  }
  .canvas {
    position: relative;
    width: min(100%, calc(100cqb * var(--ratio)));
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
  }
  .vehicle path {
    cursor: pointer;
  }
  .vehicle :is(.shade, .line) {
    pointer-events: none;
  }
  @media (hover: hover) {
    .vehicle path[data-part]:not([data-part='']):hover {
      fill: color-mix(in srgb, var(--mw-brand) 26%, var(--mw-surface));
    }
  }
  .wide {
    width: 100%;
  }
  #damage-pass {
    font-weight: 400;
    white-space: normal;
  }
  .marked-heading {
    margin-top: 8px;
    font-size: 1.125em;
    line-height: 1.3;
  }
  .damages {
    display: grid;
    gap: 8px;
  }
  .damage {
    display: grid;
    grid-template-columns: 30px minmax(0, 1fr);
    align-items: start;
    gap: 4px 12px;
    padding: 12px 14px;
    border: 1px solid var(--mw-line);
    border-radius: var(--mw-radius);
  }
  .review .damage {
    padding: 6px 0;
    border: 0;
  }
  .damage.faulty {
    border-color: var(--mw-danger);
  }
  .damage .number {
    display: grid;
    place-items: center;
    width: 30px;
    height: 30px;
    border-radius: 50%;
    background: var(--mw-danger);
    color: #fff;
    font-weight: 700;
    font-size: 0.875em;
  }
  .damage .about p {
    line-height: 1.4;
  }
  .damage .note-text {
    font-style: italic;
    white-space: pre-line;
  }
  .damage-buttons {
    grid-column: 2;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    margin-inline-start: -8px;
  }
  @container (min-width: 560px) {
    .damage {
      grid-template-columns: 30px minmax(0, 1fr) auto;
      align-items: center;
    }
    .damage-buttons {
      grid-column: 3;
    }
  }
  .undo {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding: 4px 14px;
    border-radius: var(--mw-radius);
    background: var(--mw-surface-soft);
  }

  dialog.sheet {
    box-sizing: border-box;
    width: 100%;
    max-width: 560px;
    max-height: min(92dvh, 860px);
    margin: auto auto 0;
    padding: 0;
    border: 0;
    border-radius: 20px 20px 0 0;
    background: var(--mw-surface);
    color: var(--mw-text);
    overflow: hidden;
    box-shadow: 0 -6px 40px rgb(23 33 43 / 30%);
  }
  @media (min-width: 640px) {
    dialog.sheet {
      margin: auto;
      border-radius: 20px;
    }
  }
  dialog.sheet[open] {
    display: flex;
    animation: rise 180ms ease-out;
  }
  @keyframes rise {
    from {
      translate: 0 32px;
      opacity: 0;
    }
  }
  dialog.sheet::backdrop {
    background: rgb(23 33 43 / 45%);
  }
  .sheet-inside {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-width: 0;
    min-height: 0;
    container-type: inline-size;
  }
  .sheet-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 12px;
    padding: 12px 18px 6px;
  }
  .sheet-head .button {
    margin-inline-start: auto;
  }
  .sheet-head h3 {
    font-size: 1.25em;
    line-height: 1.3;
  }
  #damage-heading:focus-visible {
    outline: none;
  }
  .sheet-body {
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 18px;
    padding: 6px 18px 18px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .sheet-foot {
    padding: 12px 18px calc(14px + env(safe-area-inset-bottom, 0px));
    border-top: 1px solid var(--mw-line);
  }
  .sheet-foot .button {
    width: 100%;
  }
  /* On a low screen (landscape, large type) the button scrolls with the rest instead of covering it. */
  @media (max-height: 480px) {
    .sheet-inside {
      overflow-y: auto;
    }
    .sheet-body {
      overflow: visible;
      flex: none;
    }
  }
  .chosen-part {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
    padding: 8px 6px 8px 14px;
    border-radius: var(--mw-radius);
    background: var(--tint);
  }
  .chosen-part p {
    display: grid;
    line-height: 1.3;
  }
  .chosen-part .soft {
    font-size: 0.8125em;
  }
  .picture-choice legend {
    font-weight: 600;
  }
  .picture-tiles {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 8px;
    margin-top: 8px;
  }
  @container (max-width: 330px) {
    .picture-tiles {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (min-width: 460px) {
    .picture-tiles {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
  .picture-choice:has(#damage-size) .picture-tiles {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  @container (min-width: 460px) {
    .picture-choice:has(#damage-size) .picture-tiles {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
  .picture-tile {
    position: relative;
    display: grid;
    justify-items: center;
    align-content: start;
    gap: 4px;
    min-height: 76px;
    padding: 8px 4px;
    border: 1.5px solid var(--mw-line);
    border-radius: var(--mw-radius);
    background: var(--mw-surface);
    text-align: center;
    font-size: 0.8125em;
    line-height: 1.25;
    hyphens: auto;
    cursor: pointer;
  }
  .picture-tile:hover {
    border-color: var(--mw-brand-text);
  }
  .picture-tile input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .picture-tile:has(:checked) {
    border-color: var(--mw-brand-text);
    background: var(--tint);
    box-shadow: inset 0 0 0 1px var(--mw-brand-text);
    font-weight: 600;
  }
  .picture-tile:has(:focus-visible) {
    outline: 3px solid var(--mw-brand-text);
    outline-offset: 2px;
  }
  .picture-choice.faulty .picture-tile {
    border-color: var(--mw-danger);
  }
  .picture {
    width: 48px;
    height: 40px;
    color: var(--mw-brand-text);
  }
  .picture .tint {
    fill: color-mix(in srgb, var(--mw-brand) 14%, var(--mw-surface));
  }
  .parts h4 {
    margin: 0 0 6px;
    font-size: 0.9375em;
    color: var(--mw-text-soft);
  }
  .parts ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(200px, 100%), 1fr));
    gap: 6px;
  }
  .part {
    width: 100%;
    min-height: 48px;
    padding: 8px 14px;
    border: 1.5px solid var(--mw-line);
    border-radius: var(--mw-radius-small);
    background: var(--mw-surface);
    text-align: start;
    line-height: 1.3;
    cursor: pointer;
  }
  .part:hover,
  .part[aria-current='true'] {
    border-color: var(--mw-brand-text);
    background: var(--tint);
  }
  @media (forced-colors: active) {
    .sheet {
      border: 2px solid CanvasText;
    }
    .picture-tile:has(:checked),
    .views button[aria-pressed='true'],
    .part[aria-current='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
