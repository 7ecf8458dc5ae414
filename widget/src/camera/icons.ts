import { svg, type SVGTemplateResult } from 'lit';

function icon(drawing: SVGTemplateResult): SVGTemplateResult {
  return svg`<svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${drawing}</svg>`;
}

export const closeIcon = icon(svg`<path d="M6 6l12 12M18 6L6 18"/>`);
export const lightIcon = icon(svg`<path d="M13 2L5 14h6l-1 8 8-12h-6z"/>`);
export const levelIcon = icon(svg`<rect x="2" y="8" width="20" height="8" rx="4"/><path d="M9 8v8M15 8v8"/><circle cx="12" cy="12" r="1"/>`);
export const filesIcon = icon(svg`<rect x="3" y="5" width="18" height="14" rx="2.5"/><path d="M4 17l5-5 4 4 3-3 4 4"/><circle cx="15.5" cy="9.5" r="1.2"/>`);
export const cameraIcon = icon(svg`<path d="M3 8h4l2-3h6l2 3h4v11H3z"/><circle cx="12" cy="13" r="3.5"/>`);

/** A ring that closes as far as everything is photographed; the tick comes with the last one. */
export function doneIcon(part: number): SVGTemplateResult {
  return svg`<svg viewBox="0 0 64 64" width="80" height="80" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
    <circle cx="32" cy="32" r="28" opacity=".22"/><circle cx="32" cy="32" r="28" pathLength="100" stroke-dasharray="${part * 100} 100" transform="rotate(-90 32 32)"/>
    ${part === 1 ? svg`<path d="M20 33l8.5 8.5L45 24"/>` : svg`<path d="M22 27h4l2-4h8l2 4h4v14H22z"/><circle cx="32" cy="33.5" r="4"/>`}
  </svg>`;
}
