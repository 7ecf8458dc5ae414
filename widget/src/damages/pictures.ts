import { svg, type SVGTemplateResult } from 'lit';
import type { DamageKind, DamageSize } from '@meldewerk/contract/damage-vocabulary';

const frame = (drawing: SVGTemplateResult) =>
  svg`<svg class="picture" viewBox="0 0 48 40" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${drawing}</svg>`;

export function kindPicture(kind: DamageKind): SVGTemplateResult {
  return frame(kinds[kind]);
}

export function sizePicture(size: DamageSize): SVGTemplateResult {
  return frame(sizes[size]);
}

const panel = svg`<path class="tint" d="M5 8c12-3 26-3 38 0v25c-12 2-26 2-38 0z" stroke-width="1.4"/>`;
const pane = svg`<path class="tint" d="M11 8h26l7 25c-13-3-27-3-40 0z" stroke-width="1.4"/>`;

const kinds: Record<DamageKind, SVGTemplateResult> = {
  scratch: svg`${panel}<path d="M11 25l8-4 5 1 12-7M14 29l7-4M29 24l9-5"/>`,
  dent: svg`${panel}<path d="M14 20c0-5 5-8 10-8s10 3 10 8-5 8-10 8-10-3-10-8z"/><path d="M19 23c2 2 8 2 10-1M18 17c1-1.500 2.500-2.300 4-2.500" stroke-width="1.5"/>`,
  hailDents: svg`${panel}<path d="M12 15a2.500 2.500 0 1 0 5 0M23 13a2.500 2.500 0 1 0 5 0M33 17a2.500 2.500 0 1 0 5 0M15 25a2.500 2.500 0 1 0 5 0M26 24a2.500 2.500 0 1 0 5 0"/>`,
  crack: svg`${pane}<path d="M18 7l3 7-5 4 8 5-3 6 4 3"/>`,
  chip: svg`${pane}<circle cx="24" cy="20" r="3"/><path d="M24 12v3M24 25v3M16 20h3M29 20h3M18.500 14.500l2 2M27.500 23.500l2 2"/>`,
  shattered: svg`${pane}<path d="M24 20L15 9M24 20l8-12M24 20l17 5M24 20l-4 12M24 20L8 22M19 14l9 0 5 8-10 6-8-7z"/>`,
  brokenOff: svg`<path class="tint" d="M4 12h17l-3 5 4 4-4 4 2 4H4z" stroke-width="1.4"/><path d="M4 12h17l-3 5 4 4-4 4 2 4H4M30 15l3 5-3 4 2 5 12-3-2-9z"/>`,
  deformed: svg`<path class="tint" d="M5 10h10c5 0 6 10 11 10s5-10 17-10v22H5z" stroke-width="1.4"/><path d="M5 10h10c5 0 6 10 11 10s5-10 17-10M26 3v9M22.500 9l3.500 4 3.500-4"/>`,
  paintOff: svg`${panel}<path d="M13 17c2-4 7-2 9-4s8-3 10 1 5 4 3 8-5 2-8 5-8 1-10-1-6-5-4-9z" fill="var(--mw-surface)"/><path d="M20 20h.1M27 18h.1M25 23h.1" stroke-width="2.600"/>`,
  torn: svg`<path class="tint" d="M5 9h38v7l-6 3-5-2-5 4-6-3-5 4-6-3-5 2z" stroke-width="1.4"/><path d="M5 21l5-2 6 3 5-4 6 3 5-4 5 2 6-3M5 29l5-2 6 3 5-4 6 3 5-4 5 2 6-3M5 9h38M5 34h38"/>`,
  burnt: svg`<path class="tint" d="M24 4c1 7 10 10 10 19a10 10 0 0 1-20 0c0-4 2-7 4-9 .3 2.600 1.200 4 3 5 0-6 1-11 3-15z"/><path d="M24 23c.5 2.500 3 3.500 3 6a3 3 0 0 1-6 0c0-2.500 2.500-3.500 3-6z"/>`,
  missing: svg`<path d="M5 8c12-3 26-3 38 0v25c-12 2-26 2-38 0z" stroke-dasharray="3 4"/><path d="M19 15l10 10M29 15L19 25"/>`,
  other: svg`${panel}<path d="M15 20.500h.1M24 20.500h.1M33 20.500h.1" stroke-width="4"/>`,
};

const sizes: Record<DamageSize, SVGTemplateResult> = {
  coin: svg`<circle class="tint" cx="24" cy="20" r="10"/><circle cx="24" cy="20" r="6.500" stroke-width="1.4"/><path d="M23 18l1.500-1.500V24" stroke-width="1.600"/>`,
  hand: svg`<path class="tint" d="M16 22V11a2 2 0 0 1 4 0v7V7a2 2 0 0 1 4 0v11V7.500a2 2 0 0 1 4 0V19v-8a2 2 0 0 1 4 0v14c0 7-4 11-9.500 11-5 0-7.500-2-9.500-6l-4-7.500c-1.200-2.400 1.800-4 3.400-2z"/>`,
  sheet: svg`<path class="tint" d="M13 3h16l7 7v27H13z"/><path d="M29 3v7h7M18 18h13M18 24h13M18 30h8"/>`,
  larger: svg`<path class="tint" d="M9 9h30v22H9z" stroke-dasharray="3 4"/><path d="M4 10V4h6M38 4h6v6M44 30v6h-6M10 36H4v-6M17 20h14M27 16l4 4-4 4M21 16l-4 4 4 4"/>`,
};
