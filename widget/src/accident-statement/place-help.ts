import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';

/** The device's own position, if somebody asks for it: nothing is looked up anywhere. */
export function renderPlaceHelp(state: 'asking' | 'refused' | null, ask: () => void): TemplateResult {
  return html`<p><button type="button" class="button" aria-disabled=${state === 'asking' ? 'true' : 'false'} @click=${ask}>${state === 'asking' ? msg('Standort wird bestimmt …', { id: 'accident.locating' }) : msg('Standort dieses Geräts eintragen', { id: 'accident.locate' })}</button></p>
    <div role="alert">${state === 'refused' ? html`<p class="soft">${msg('Der Standort ist nicht verfügbar. Bitte schreiben Sie Straße und Ort auf.', { id: 'accident.locateFailed' })}</p>` : nothing}</div>`;
}

/** Degrees with the accuracy in metres, or null where the device or its owner says no. */
export function whereAmI(): Promise<string | null> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(null);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => resolve(`${latitude.toFixed(5)}, ${longitude.toFixed(5)} (± ${Math.round(accuracy)} m)`),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  });
}
