import { css } from 'lit';

export const cameraStyles = css`
  :host {
    all: initial;
    display: contents;
    font-family: var(--meldewerk-font, var(--mw-font));
  }
  * {
    box-sizing: border-box;
  }
  dialog {
    width: 100vw;
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: auto;
    overscroll-behavior: contain;
    background: #0b0f13;
    color: #fff;
    font: 400 1rem / 1.35 var(--meldewerk-font, var(--mw-font));
    -webkit-text-size-adjust: 100%;
    user-select: none;
  }
  dialog::backdrop {
    background: #0b0f13;
  }
  .camera {
    display: grid;
    grid-template: 'head' auto 'stage' minmax(200px, 1fr) 'strip' auto 'foot' auto / minmax(0, 1fr);
    min-height: 100%;
    height: 100%;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
  }
  h2, p, ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  button, label {
    font: inherit;
    color: inherit;
    cursor: pointer;
    touch-action: manipulation;
  }
  [hidden] {
    display: none !important;
  }
  :focus-visible, label:focus-within:has(:focus-visible) {
    outline: 3px solid #8fd0ff;
    outline-offset: 2px;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  header {
    grid-area: head;
    display: grid;
    grid-template-columns: minmax(48px, 1fr) auto minmax(48px, 1fr);
    align-items: center;
    gap: 4px;
    padding: 6px 8px;
  }
  .title {
    min-width: 0;
    text-align: center;
  }
  .title h2 {
    font-size: 1.0625rem;
    font-weight: 650;
    line-height: 1.25;
    text-wrap: balance;
  }
  .title p {
    font-size: 0.8125rem;
    color: #c3ccd4;
  }
  .tools {
    display: flex;
    justify-content: flex-end;
  }
  .round {
    display: grid;
    place-items: center;
    width: 48px;
    height: 48px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
  }
  .round:hover {
    background: rgb(255 255 255 / 12%);
  }
  .round[aria-pressed='true'] {
    background: #ffd84d;
    color: #1c1600;
  }

  .stage {
    grid-area: stage;
    position: relative;
    display: grid;
    place-items: center;
    min-height: 0;
    overflow: hidden;
    container-type: size;
  }
  .picture {
    position: relative;
    width: 100%;
    width: min(100cqw, 100cqh * var(--ratio));
    aspect-ratio: var(--ratio);
    overflow: hidden;
    background: #161c22;
  }
  .is-review .picture, .is-kept .picture {
    width: 100%;
    height: 100%;
    aspect-ratio: auto;
    background: none;
  }
  .picture > * {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  video, canvas {
    object-fit: contain;
  }
  .is-review .large-picture {
    background: #0b0f13;
  }
  .is-review .no-picture {
    z-index: 1;
    display: grid;
    place-content: center;
    padding: 24px;
    text-align: center;
    color: #fff;
  }
  .is-review .no-picture:empty {
    display: none;
  }
  .is-review video {
    visibility: hidden;
  }
  .is-files .picture {
    background: radial-gradient(circle at 50% 40%, #2b3640, #141a20 75%);
  }
  .outline path {
    vector-effect: non-scaling-stroke;
  }
  .outline .shade {
    stroke: #000;
    stroke-width: 5.5;
    opacity: 0.42;
  }
  .outline .shade .fine {
    stroke-width: 3.2;
  }
  .outline .light {
    stroke: #fff;
    stroke-width: 2.6;
  }
  .outline .light .fine {
    stroke-width: 1.2;
    opacity: 0.8;
  }
  .outline .mark {
    stroke: #ffd84d;
    stroke-width: 3;
    stroke-dasharray: 9 7;
  }
  .picture .level {
    inset: 50% 30% auto;
    width: 40%;
    height: 2px;
    border-radius: 1px;
    background: #ffd84d;
    box-shadow: 0 0 0 1px rgb(0 0 0 / 35%);
    rotate: var(--roll);
    transition: opacity 200ms;
  }
  .picture .level.even {
    background: #6ee7a0;
    opacity: 0.55;
  }
  .flash {
    background: #fff;
    opacity: 0;
    pointer-events: none;
  }
  .waiting {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    padding: 24px;
    background: rgb(11 15 19 / 55%);
  }
  .later {
    animation: appear 200ms 500ms backwards;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  .advice {
    grid-area: stage;
    align-self: start;
    z-index: 1;
    pointer-events: none;
    padding: 6px 16px 26px;
    background: linear-gradient(rgb(11 15 19 / 88%) 55%, transparent);
    font-size: 0.9375rem;
    text-align: center;
    text-wrap: pretty;
  }
  .advice > p {
    max-width: 52ch;
    margin-inline: auto;
  }
  .trouble {
    display: block;
    margin-bottom: 8px;
    color: #ffe08a;
  }
  .notice {
    margin-top: 6px !important;
    font-weight: 650;
    color: #ffb4ab;
  }
  .picture .chips {
    inset: auto 8px 10px;
    width: auto;
    height: auto;
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 6px;
    font-size: 0.875rem;
    font-weight: 600;
  }
  .chips span {
    padding: 3px 12px;
    border-radius: 14px;
    background: rgb(11 15 19 / 78%);
  }
  @container (max-height: 200px) {
    .picture .chips {
      display: none;
    }
  }

  .is-files {
    grid-template: 'head' auto 'advice' auto 'stage' minmax(120px, 1fr) 'strip' auto 'foot' auto / minmax(0, 1fr);
    height: auto;
  }
  .is-files .advice {
    grid-area: advice;
    padding-bottom: 8px;
    background: none;
  }
  .finished {
    display: grid;
    justify-items: center;
    gap: 10px;
    max-width: 40ch;
    padding: 16px;
    text-align: center;
    color: #c3ccd4;
  }
  .finished svg {
    color: #6ee7a0;
  }
  .large {
    font-size: 1.25rem;
    font-weight: 650;
    color: #fff;
  }

  @media (orientation: landscape) and (max-height: 560px) {
    .camera, .is-files {
      height: auto;
      min-height: 100dvh;
      grid-template: 'stage head' auto 'stage advice' auto 'stage foot' minmax(auto, 1fr) 'stage strip' auto / minmax(0, 1fr) minmax(200px, 240px);
    }
    .stage {
      position: sticky;
      top: 0;
      height: 100%;
      max-height: 100dvh;
    }
    header {
      grid-template-columns: auto minmax(0, 1fr) auto;
    }
    .title {
      text-align: start;
    }
    .advice, .is-files .advice {
      grid-area: advice;
      padding: 0 12px;
      background: none;
      font-size: 0.875rem;
      text-align: start;
    }
    .foot {
      align-content: center;
      padding: 4px 8px;
    }
    .shutter {
      width: 68px;
      height: 68px;
    }
    .foot .button {
      flex-basis: 100%;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    .shutter {
      background: ButtonText;
    }
  }
`;
