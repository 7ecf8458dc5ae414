import { msg, str } from '@lit/localize';
import type { Photo, PhotoFinding } from '@meldewerk/contract/photo';
import { html, nothing, type TemplateResult } from 'lit';
import { currentSession } from '../../session.ts';

/** What the customer's device found wrong with a photo that was used all the same. */
export function findingsText(findings: readonly PhotoFinding[]): string {
  return findings.map(findingLabel).join(', ');
}

function findingLabel(finding: PhotoFinding): string {
  return {
    blurred: msg('unscharf', { id: 'finding.blurred' }),
    dark: msg('sehr dunkel', { id: 'finding.dark' }),
    glare: msg('spiegelt', { id: 'finding.glare' }),
    small: msg('sehr klein', { id: 'finding.small' }),
    tilted: msg('schief', { id: 'finding.tilted' }),
    duplicate: msg('doppelt', { id: 'finding.duplicate' }),
  }[finding];
}

/** Lines under a photo in the viewer: what was found, where it was taken, what is covered. */
export function photoRemarks(photo: Photo, openOriginal: () => void): TemplateResult {
  const { findings, location, redaction } = photo;
  return html`
    ${findings.length > 0 ? html`<span>${msg(str`Hinweis des Geräts: ${findingsText(findings)}. Vom Kunden trotzdem verwendet.`, { id: 'viewer.findings' })}</span>` : nothing}
    ${location ? place(location) : html`<span>${msg('Aufnahmeort nicht mitgesendet', { id: 'viewer.noPlace' })}</span>`}
    ${redaction ? html`<span class="covered"><wa-icon name="lock"></wa-icon> ${msg('Teile unkenntlich gemacht, Original versiegelt', { id: 'viewer.covered' })}</span>` : nothing}
    ${redaction && currentSession().staff.role === 'admin' ? html`<button class="link" @click=${openOriginal}>${msg('Original öffnen …', { id: 'viewer.openOriginal' })}</button>` : nothing}
  `;
}

/** A map is somebody else's website: nothing is asked of it before the link is followed. */
function place({ latitude, longitude }: NonNullable<Photo['location']>): TemplateResult {
  const coordinates = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return html`<span>${msg(str`Aufnahmeort ${coordinates}`, { id: 'viewer.place' })}
    <a href=${`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`} target="_blank" rel="noopener noreferrer">${msg('auf der Karte (fremde Website)', { id: 'viewer.map' })}</a></span>`;
}
