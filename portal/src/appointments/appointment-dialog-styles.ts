import { base } from '@meldewerk/shell/styles';
import { css } from 'lit';
import { controlStyles } from '../pages/forms/control-styles.ts';
import { toldStyles } from './told.ts';

export const appointmentDialogStyles = [
  base, controlStyles, toldStyles,
  css`
    wa-dialog { --width: min(42rem, 96vw); }
    .body { display: grid; gap: 1rem; }
    .slots { display: grid; gap: 0.5rem; }
    .slots li { display: grid; grid-template-columns: minmax(0, 1fr) auto auto auto; gap: 0.5rem; align-items: end; padding: 0.6rem 0.75rem; border: 1px solid var(--wa-color-surface-border); border-radius: 8px; }
    .slots .when { display: grid; align-self: center; line-height: 1.35; }
    .slots .when strong { font-weight: 650; }
    .slots .when span { font-size: var(--wa-font-size-s); }
    .slots .full { color: var(--wa-color-danger-on-quiet); }
    .slots input { width: 8.5rem !important; }
    .slots select { width: 6.6rem !important; }
    .slots .remove { display: grid; place-items: center; width: 2.5rem; height: 2.5rem; padding: 0; border: 0; border-radius: 6px; background: none; color: var(--wa-color-text-quiet); cursor: pointer; }
    .slots .remove:hover { background: var(--wa-color-surface-lowered); color: inherit; }
    details summary { padding: 0.2rem 0; color: var(--wa-color-text-link); cursor: pointer; }
    details half-day-picker { margin-top: 0.5rem; }
    .callout { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.5rem; align-items: baseline; padding: 0.7rem 0.95rem; border: 1px solid var(--wa-color-warning-border-quiet); border-radius: 8px; background: var(--wa-color-warning-fill-quiet); color: var(--wa-color-warning-on-quiet); }
    .callout .choice { grid-column: 2; }
    .loading { padding: 2rem 0; text-align: center; }
    .who { margin-bottom: -0.4rem; }
    textarea { min-height: 4rem; }
    @media (max-width: 36rem) {
      .slots li { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto; }
      .slots .when { grid-column: 1 / -1; }
      .slots input, .slots select { width: 100% !important; min-width: 0; }
    }
  `,
];
