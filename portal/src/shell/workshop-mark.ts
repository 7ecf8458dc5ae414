import type { Site } from '@meldewerk/contract/tenant';
import { css, html, nothing } from 'lit';

/** The workshop's logo, or a mark in its colour beside its name. */
export function workshopMark(site: Site | undefined) {
  if (site?.logoUrl) return html`<img class="logo" src=${site.logoUrl} alt=${site.name} height="30" />`;
  return html`<span class="mark"><wa-icon name="car"></wa-icon></span>${site ? html`<span class="name">${site.name}</span>` : nothing}`;
}

export const markStyles = css`
  .mark { display: grid; place-items: center; flex: none; width: 1.9rem; height: 1.9rem; border-radius: 7px; background: var(--wa-color-brand-50); color: #fff; font-size: 1.05rem; }
  .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  /* Logos are drawn for light ground. */
  .logo { display: block; height: 1.9rem; width: auto; max-width: 11rem; object-fit: contain; object-position: left; }
  @media (prefers-color-scheme: dark) { .logo { box-sizing: content-box; padding: 0.2rem 0.5rem; border-radius: 6px; background: #fff; } }
`;
