import { brandPalette } from '@meldewerk/elements/brand-palette';
import type { Site } from '@meldewerk/contract/tenant';

/** The workshop's colours as a style sheet; a page may overrule the brand colour with `--meldewerk-brand: #rrggbb`. */
export function siteColors(colors: Site['colors'], element: HTMLElement): CSSStyleSheet {
  const wished = getComputedStyle(element).getPropertyValue('--meldewerk-brand').trim();
  const { brand, onBrand, brandText } = brandPalette(/^#[0-9a-f]{6}$/i.test(wished) ? wished : colors.brand);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host { --mw-brand: ${brand}; --mw-on-brand: ${onBrand}; --mw-brand-text: ${brandText}; --mw-accent: ${colors.accent} }`);
  return sheet;
}
