import { base } from '@meldewerk/shell/styles';
import { css } from 'lit';
import { controlStyles } from '../../forms/control-styles.ts';
import { attachmentStyles } from './attachment-list.ts';

export const composerStyles = [
  base, controlStyles, attachmentStyles,
  css`
    .small { display: block; font-size: var(--wa-font-size-s); font-weight: 400; }
    .choice { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: 0.6rem; padding: 0; cursor: default; }
    .choice button { display: flex; align-items: center; gap: 0.75rem; min-height: 3.4rem; padding: 0.5rem 0.9rem; border-radius: 10px; color: inherit; font: inherit; text-align: start; cursor: pointer; }
    .choice button wa-icon { flex: none; font-size: 1.2rem; }
    .choice .customer { border: 1.5px solid var(--wa-color-brand-50); background: var(--wa-color-surface-default); }
    .choice .customer wa-icon { color: var(--wa-color-brand-on-quiet); }
    .choice .customer:hover:not([disabled]) { background: var(--wa-color-brand-fill-quiet); }
    .choice .internal { border: 1.5px dashed var(--wa-color-warning-border-loud); background: var(--wa-color-warning-fill-quiet); }
    .choice .internal:hover { border-style: solid; }
    .choice button[disabled] { border-color: var(--wa-color-surface-border); color: var(--wa-color-text-quiet); cursor: not-allowed; }
    .choice button[disabled] wa-icon { color: inherit; }
    .why, .gaps, .whom { display: flex; gap: 0.45rem; align-items: baseline; font-size: var(--wa-font-size-s); }
    .why { margin-top: 0.5rem; color: var(--wa-color-text-quiet); }
    .gaps { color: var(--wa-color-warning-on-quiet); font-weight: 550; }
    .why wa-icon, .gaps wa-icon, .whom wa-icon, .fault wa-icon { flex: none; translate: 0 0.12em; }

    .writing { position: relative; border-radius: 10px; border: 1.5px solid var(--wa-color-brand-50); background: var(--wa-color-surface-default); }
    .writing.internal { border: 1.5px dashed var(--wa-color-warning-border-loud); background: var(--wa-color-warning-fill-quiet); }
    .writing.over { outline: 3px solid var(--wa-color-brand-50); outline-offset: 2px; }
    .writing fieldset { display: grid; gap: 0.6rem; padding: 0.75rem; }
    .audiences { display: flex; flex-wrap: wrap; gap: 0.4rem; }
    .audiences label { display: inline-flex; align-items: center; gap: 0.45rem; min-height: 2.4rem; padding: 0.25rem 0.8rem; border: 1px solid var(--wa-color-neutral-border-loud); border-radius: 999px; background: var(--wa-color-surface-default); cursor: pointer; }
    .audiences input { width: 1.1rem; height: 1.1rem; margin: 0; accent-color: currentColor; }
    .audiences label:has(:checked) { font-weight: 600; }
    .audiences .customer:has(:checked) { border-color: var(--wa-color-brand-50); background: var(--wa-color-brand-50); color: #fff; }
    .audiences .internal:has(:checked) { border-color: var(--wa-color-warning-border-loud); box-shadow: inset 0 0 0 1px var(--wa-color-warning-border-loud); color: var(--wa-color-warning-on-quiet); }
    .whom { color: var(--wa-color-text-normal); }
    .internal .whom { color: var(--wa-color-warning-on-quiet); }
    textarea { min-height: 6.5rem; field-sizing: content; max-height: 22rem; }
    .fault:empty, .said:empty { display: none; }
    .said { margin-top: 0.4rem; font-size: var(--wa-font-size-s); color: var(--wa-color-success-on-quiet); }
    .people { display: grid; gap: 0.1rem; max-width: 20rem; margin-top: -0.4rem; padding: 0.3rem; border: 1px solid var(--wa-color-surface-border); border-radius: 8px; background: var(--wa-color-surface-raised); box-shadow: var(--wa-shadow-m); }
    .people [role='option'] { display: flex; align-items: center; gap: 0.5rem; padding: 0.4rem 0.6rem; border-radius: 6px; cursor: pointer; }
    .people [aria-selected='true'] { background: var(--wa-color-brand-fill-quiet); }
    .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0.2rem 0.3rem; margin: 0 -0.3rem -0.1rem; }
    .tool { display: inline-flex; align-items: center; gap: 0.4rem; min-height: 2.25rem; padding: 0.2rem 0.6rem; border-radius: 6px; cursor: pointer; }
    .tool:hover { background: var(--wa-color-surface-lowered); }
    .tool:focus-within { outline: var(--wa-focus-ring); }
    .camera { display: none; }
    @media (pointer: coarse) { .camera { display: inline-flex; } }
    .left { color: var(--wa-color-text-quiet); font-size: var(--wa-font-size-s); }
    .left.over { color: var(--wa-color-danger-on-quiet); font-weight: 600; }
    .send { display: flex; flex-wrap: wrap; gap: 0.4rem; margin-inline-start: auto; }
    @media (max-width: 40rem) { .send { flex: 1 1 100%; } .send wa-button[type='submit'] { flex: 1; } .audiences label { flex: 1; justify-content: center; padding-inline: 0.5rem; font-size: var(--wa-font-size-s); } .audiences wa-icon { display: none; } }
    @media print { :host { display: none; } }
  `,
];
