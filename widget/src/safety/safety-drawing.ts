import { svg, type SVGTemplateResult } from 'lit';
import type { SafetyAdvice, SafetyQuestion } from '@meldewerk/contract/safety-advice';

const frame = (drawing: SVGTemplateResult) =>
  svg`<svg viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${drawing}</svg>`;

export function safetyDrawing(question: SafetyQuestion): SVGTemplateResult {
  return frame(drawings[question]);
}

export function adviceDrawing(advice: SafetyAdvice): SVGTemplateResult {
  return frame(advices[advice]);
}

const drawings: Record<SafetyQuestion, SVGTemplateResult> = {
  injured: svg`<path class="tint" d="M16 27S4.5 20.2 4.5 12.2C4.5 8.4 7.4 5.7 10.8 5.7c2.2 0 4.2 1.2 5.2 3.1 1-1.9 3-3.1 5.2-3.1 3.4 0 6.3 2.7 6.3 6.5C27.5 20.2 16 27 16 27z"/><path d="M9 15.500h3.500l2-4 3 7 1.8-3H23"/>`,
  airbag: svg`<circle cx="9" cy="7" r="3.2"/><path d="M6 27l1-9.500c.2-2 1-3.5 3-3.5 1.5 0 2.5 1 3.3 2.300L15 19M11 27l-1-6"/><circle class="tint" cx="22" cy="14.5" r="6.5"/><path d="M18.5 24.500l8-1.5"/>`,
  steering: svg`<circle class="tint" cx="16" cy="16" r="11.5"/><circle cx="16" cy="16" r="3"/><path d="M4.8 14.500L13 15M19 15l8.2-.5M16 19v8.5"/>`,
  fluids: svg`<path class="tint" d="M16 4s7 7.8 7 12.500a7 7 0 0 1-14 0C9 11.8 16 4 16 4z"/><path d="M13 17a3.2 3.2 0 0 0 3 3.200M5 28h22"/>`,
  tyre: svg`<circle class="tint" cx="16" cy="15" r="11"/><circle cx="16" cy="15" r="4.5"/><path d="M16 4v4M16 22v4M5 15h4M23 15h4M4 29h24"/>`,
  lights: svg`<path class="tint" d="M14 7.500h3a8.5 8.5 0 0 1 0 17h-3c-2.8-5.5-2.8-11.5 0-17z"/><path d="M8 9.500L4 8M7 14H3M7 18H3M8 22.500L4 24"/>`,
  bonnet: svg`<path d="M4 23h24M6 23v-5l6-1.5"/><path class="tint" d="M12 16.500L26 6l2 2.5-11 9z"/><circle cx="10" cy="24" r="3"/><path d="M27 13v4M24.5 15.500L27 18l2.5-2.5"/>`,
};

const advices: Record<SafetyAdvice, SVGTemplateResult> = {
  emergency: svg`<circle cx="16" cy="16" r="12"/><path d="M16 9.500v13M9.5 16h13" stroke-width="3.4"/>`,
  tow: svg`<path d="M10.8 4.500h10.400l6.3 6.300v10.400l-6.3 6.300H10.800l-6.3-6.300V10.800z"/><path d="M10 16h12" stroke-width="3.4"/>`,
  careful: svg`<path d="M16 5l12.5 22h-25z"/><path d="M16 13v6.500M16 23.200v.1" stroke-width="2.8"/>`,
  drive: svg`<circle cx="16" cy="16" r="12"/><path d="M10 16.500l4.2 4.200L22.5 12" stroke-width="2.8"/>`,
};
