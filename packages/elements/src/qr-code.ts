import { svg, type SVGTemplateResult } from 'lit';
import { encode } from 'uqr';

const quietModules = 4;

/** A QR code as one path, with the quiet margin scanners need; medium error correction, for screens and for print. */
export function qrPath(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + quietModules} ${y + quietModules}h1v1h-1z` : ''))).join('');
  return { size: size + 2 * quietModules, path };
}

/** The code as a drawing, dark on white in either colour scheme: scanners know no other. `label` says what it opens. */
export function qrCode(text: string, label: string): SVGTemplateResult {
  const { size, path } = qrPath(text);
  return svg`<svg class="qr-code" viewBox="0 0 ${size} ${size}" role="img" aria-label=${label} shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"/><path d=${path} fill="#000"/></svg>`;
}

/** The code as a file for print. */
export function qrFile(text: string): Blob {
  const { size, path } = qrPath(text);
  return new Blob([`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="600" height="600" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>`], { type: 'image/svg+xml' });
}
