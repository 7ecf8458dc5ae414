import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg } from '@lit/localize';
import { logoLimit, type EmbeddingSettings, type Logo } from '@meldewerk/contract/embedding';
import { css, html, nothing } from 'lit';

/** `undefined` leaves the logo that is there. */
export type LogoChange = Logo | null | undefined;
type Colors = EmbeddingSettings['colors'];
type Look = { colors: Colors; logo: LogoChange; logoUrl: string | null; fault: string | null; mayEdit: boolean; changeColors: (colors: Colors) => void; changeLogo: (logo: LogoChange, fault?: string) => void };

export const lookStyles = css`
  .colors { display: flex; flex-wrap: wrap; gap: 1rem 2rem; }
  .color { display: grid; grid-template-columns: 2.75rem 7.5rem; justify-content: start; align-content: start; gap: 0.25rem 0.6rem; align-items: center; }
  .color label { grid-column: 1 / -1; font-size: var(--wa-font-size-s); font-weight: 550; }
  input[type='color'] { width: 2.75rem !important; min-height: 2.5rem; padding: 0.15rem !important; cursor: pointer; }
  .logo { display: flex; flex-wrap: wrap; gap: 0.7rem 1rem; align-items: center; margin-top: 1rem; }
  .logo img { max-width: 12rem; height: 44px; object-fit: contain; padding: 0.4rem; border: 1px solid var(--wa-color-surface-border); border-radius: 8px; background: #fff; }
  .logo .none { color: var(--wa-color-text-quiet); font-size: var(--wa-font-size-s); }
  .logo .label { width: 100%; font-size: var(--wa-font-size-s); font-weight: 550; }
`;

/** Colours and logo of everything that customers see. */
export function lookFields(look: Look) {
  const { colors, logo, logoUrl, fault, mayEdit, changeColors, changeLogo } = look;
  const shown = logo === undefined ? logoUrl : logo;
  return html`
    <div class="colors">
      ${colorField('brand', msg('Farbe von Knöpfen und Marken', { id: 'embedding.brand' }), look)}
      ${colorField('accent', msg('Farbe in den Zeichnungen', { id: 'embedding.accent' }), { ...look, colors, changeColors })}
    </div>
    <p class="hint">${msg('Schrift auf der Farbe wird von selbst schwarz oder weiß; zu helle Farben werden für Text abgedunkelt.', { id: 'embedding.colorHint' })}</p>
    <div class="logo">
      <span class="label">${msg('Logo', { id: 'embedding.logo' })}</span>
      ${logo
        ? html`<span>${msg('Neues Logo gewählt; nach dem Speichern ist es zu sehen.', { id: 'embedding.logoChosen' })}</span>`
        : shown
          ? html`<img src=${logoUrl} alt=${msg('Ihr Logo', { id: 'embedding.yourLogo' })} />`
          : html`<span class="none">${msg('Noch keines: Der Name steht in Buchstaben.', { id: 'embedding.noLogo' })}</span>`}
      ${mayEdit
        ? html`<wa-button type="button" appearance="outlined" size="s" @click=${(event: Event) => (event.currentTarget as HTMLElement).parentElement?.querySelector('input')?.click()}><wa-icon slot="start" name="image"></wa-icon>${shown ? msg('Anderes Logo', { id: 'embedding.otherLogo' }) : msg('Logo wählen', { id: 'embedding.chooseLogo' })}</wa-button>
          <input type="file" hidden accept="image/png,image/svg+xml" aria-label=${msg('Datei des Logos', { id: 'embedding.logoFile' })} @change=${(event: Event) => void take(event.target as HTMLInputElement, changeLogo)} />
          ${shown ? html`<wa-button type="button" appearance="plain" size="s" @click=${() => changeLogo(null)}>${msg('Ohne Logo', { id: 'embedding.withoutLogo' })}</wa-button>` : nothing}`
        : nothing}
    </div>
    ${fault ? html`<p class="fault" role="alert"><wa-icon name="error"></wa-icon>${fault}</p>` : nothing}
    <p class="hint">${msg('PNG oder SVG, bis 140 kB, am besten breit und mit durchsichtigem Grund.', { id: 'embedding.logoHint' })}</p>`;
}

function colorField(name: keyof Colors, label: string, { colors, mayEdit, changeColors }: Look) {
  const type = (event: Event) => changeColors({ ...colors, [name]: (event.target as HTMLInputElement).value.trim().toLowerCase() });
  return html`<div class="color">
    <label for=${name}>${label}</label>
    <input type="color" aria-label=${msg('Farbe wählen', { id: 'embedding.pickColor' })} .value=${colors[name]} ?disabled=${!mayEdit} @input=${type} />
    <input id=${name} .value=${colors[name]} maxlength="7" spellcheck="false" autocomplete="off" ?readonly=${!mayEdit} aria-invalid=${isColor(colors[name]) ? 'false' : 'true'} @input=${type} />
  </div>`;
}

export function isColor(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

async function take(input: HTMLInputElement, changeLogo: Look['changeLogo']) {
  const [file] = input.files ?? [];
  input.value = '';
  if (!file) return;
  const mediaType = (['image/png', 'image/svg+xml'] as const).find((known) => known === file.type);
  if (!mediaType) return changeLogo(undefined, msg('Bitte nehmen Sie eine PNG- oder SVG-Datei.', { id: 'embedding.logoType' }));
  const base64 = btoa(Array.from(new Uint8Array(await file.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''));
  if (base64.length > logoLimit) return changeLogo(undefined, msg('Diese Datei ist zu groß. Bitte verkleinern Sie das Logo auf höchstens 140 kB.', { id: 'embedding.logoSize' }));
  changeLogo({ mediaType, base64 });
}
