import { base } from '@meldewerk/shell/styles';
import { css } from 'lit';

/** Dark in either colour scheme: the photo is what counts. */
export const viewerStyles = [
  base,
  css`
    dialog { position: fixed; inset: 0; display: grid; grid-template-rows: auto minmax(0, 1fr) auto; width: 100vw; height: 100dvh; max-width: none; max-height: none; margin: 0; padding: 0; border: 0; overflow: hidden;
      background: #14171b; color: #eef0f3; --wa-color-text-quiet: #b4bcc7; --wa-color-focus: #8ab8ff; --wa-focus-ring: 2px solid #8ab8ff; }
    dialog:not([open]) { display: none; }
    dialog::backdrop { background: #14171b; }
    .head { display: flex; align-items: center; justify-content: space-between; gap: 1rem; padding: 0.5rem 0.75rem 0.5rem 1.1rem; }
    .head p { min-width: 0; font-weight: 550; }
    .tools { display: flex; align-items: center; gap: 0.1rem; }
    .scale { min-width: 3.2rem; text-align: center; font-size: 0.85rem; color: #b4bcc7; }
    .tool, .turn { display: grid; place-items: center; width: 2.5rem; height: 2.5rem; padding: 0; border: 0; border-radius: 8px; background: none; color: inherit; font-size: 1.15rem; cursor: pointer; }
    .tool:hover, .turn:hover { background: #2b3138; }
    .tool[disabled] { opacity: 0.4; cursor: default; background: none; }
    .stage { position: relative; overflow: hidden; touch-action: none; cursor: zoom-in; }
    .stage.enlarged { cursor: grab; }
    .stage:focus-visible { outline-offset: -3px; }
    img { position: absolute; inset-block-start: 50%; inset-inline-start: 50%; max-width: none; transform: translate(-50%, -50%); transform-origin: center; user-select: none; -webkit-user-drag: none; background: #22272e; }
    img.loading { opacity: 0; }
    .failed { display: grid; place-items: center; height: 100%; }
    .turn { position: absolute; inset-block-start: calc(50% - 1.5rem); width: 3rem; height: 3rem; border-radius: 50%; background: rgb(20 23 27 / 70%); }
    .previous { inset-inline-start: 0.75rem; }
    .next { inset-inline-end: 0.75rem; }
    .caption { display: flex; flex-wrap: wrap; align-items: center; justify-content: center; gap: 0.1rem 1.5rem; padding: 0.6rem 1rem calc(0.7rem + env(safe-area-inset-bottom)); color: #c9d0d9; font-size: 0.82rem; }
    .caption a, .link { padding: 0; border: 0; background: none; color: #a8c7ff; font: inherit; text-decoration: underline; cursor: pointer; }
    .covered { color: #ffd54a; }
    .hash { display: inline-flex; align-items: center; gap: 0.35rem; }
    wa-copy-button::part(button) { color: #c9d0d9; }
    code { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
    @media (max-width: 40rem) {
      .head { flex-direction: column-reverse; align-items: stretch; gap: 0.2rem; padding: 0.35rem 0.5rem; }
      .head p { padding-inline: 0.5rem; font-size: 0.9rem; }
      .tools { justify-content: space-between; }
      .caption { justify-content: flex-start; gap: 0.1rem 1rem; }
    }
  `,
];
