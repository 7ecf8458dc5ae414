import { base, card } from '@meldewerk/shell/styles';
import { css } from 'lit';
import { agreedStyles } from '../../appointments/agreed-services.ts';
import { loadStyles } from '../../appointments/load-bar.ts';

export const reportAppointmentStyles = [
  base, card, loadStyles, agreedStyles,
  css`
    :host { scroll-margin-block-start: calc(var(--topbar-height) + 1rem); }
    section.card { display: grid; gap: 0.9rem; padding: 1rem 1.15rem 1.1rem; }
    section.ours { border-inline-start: 3px solid var(--wa-color-brand-50); }
    h2 { display: flex; align-items: center; gap: 0.5rem; font-size: 0.95rem; }
    h2 wa-icon { color: var(--wa-color-text-quiet); }
    h3 { font-size: var(--wa-font-size-s); color: var(--wa-color-text-quiet); font-weight: 550; letter-spacing: 0; }
    .small { font-size: var(--wa-font-size-s); }
    .head { display: grid; gap: 0.25rem; }
    .turn { overflow-wrap: anywhere; }
    .turn strong { font-weight: 650; }
    .date { display: flex; flex-wrap: wrap; gap: 0.6rem 1.5rem; align-items: center; justify-content: space-between; padding: 0.8rem 1rem; border-radius: 8px; background: var(--wa-color-success-fill-quiet); color: var(--wa-color-success-on-quiet); }
    .date p { display: grid; }
    .date strong { font-size: 1.1rem; font-weight: 650; }
    .date .actions { justify-content: flex-end; }
    .wishes { display: grid; }
    .wishes li { display: grid; grid-template-columns: 1.4rem minmax(9rem, auto) minmax(7rem, 1fr) auto; gap: 0.3rem 0.9rem; align-items: center; padding: 0.45rem 0; border-top: 1px solid var(--wa-color-surface-border); }
    .wishes li:first-child { border-top: 0; }
    .rank { display: grid; place-items: center; width: 1.4rem; height: 1.4rem; border-radius: 50%; background: var(--wa-color-surface-lowered); font-size: var(--wa-font-size-xs); font-weight: 650; }
    .room { display: grid; gap: 0.2rem; max-width: 15rem; font-size: var(--wa-font-size-s); }
    .gone { color: var(--wa-color-danger-on-quiet); }
    .actions { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
    .beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); gap: 0.9rem 1.5rem; padding-top: 0.9rem; border-top: 1px solid var(--wa-color-surface-border); }
    .beside > div { display: grid; gap: 0.4rem; align-content: start; justify-items: start; }
    .quote { overflow-wrap: anywhere; white-space: pre-line; }
    .slots-said { display: grid; gap: 0.2rem; }
    .slots-said li { display: flex; gap: 0.5rem; align-items: baseline; }
    .slots-said wa-icon { color: var(--wa-color-text-quiet); }
    details { border-top: 1px solid var(--wa-color-surface-border); padding-top: 0.7rem; }
    summary { padding-block: 0.4rem; cursor: pointer; color: var(--wa-color-text-link); font-size: var(--wa-font-size-s); }
    .rounds { display: grid; gap: 0.75rem; margin-top: 0.7rem; }
    .rounds > li { display: grid; gap: 0.1rem; padding-inline-start: 0.9rem; border-inline-start: 2px solid var(--wa-color-surface-border); overflow-wrap: anywhere; }
    .rounds strong { font-weight: 600; }
    .said:empty { display: none; }
    @media (max-width: 40rem) {
      .wishes li { grid-template-columns: 1.4rem minmax(0, 1fr) auto; }
      .wishes .room { grid-column: 2; grid-row: 2; }
      .wishes wa-button { grid-row: 1 / 3; grid-column: 3; }
    }
  `,
];
