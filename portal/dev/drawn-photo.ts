/** A drawn car in place of a photo, told apart by the seed. */
export function drawPhoto(seed: number, width: number, height: number): string {
  const paints = ['#7f1d1d', '#1e3a5f', '#475569', '#e5e7eb', '#14532d', '#111827', '#b45309'];
  const paint = paints[Math.floor(seed / 100) % paints.length] ?? '#475569';
  const shift = (seed % 9) * 22 - 90;
  const mirrored = seed % 2 === 0 ? '' : 'translate(800 0) scale(-1 1)';
  const close = seed % 100 >= 4;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 800 600" preserveAspectRatio="xMidYMid slice">
    <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#b9cbe0"/><stop offset="1" stop-color="#e9e4da"/></linearGradient>
    <linearGradient id="paint" x2="0" y2="1"><stop stop-color="#fff" stop-opacity=".35"/><stop offset=".5" stop-opacity="0"/><stop offset="1" stop-opacity=".35"/></linearGradient></defs>
    <rect width="800" height="600" fill="url(#sky)"/><rect y="330" width="800" height="270" fill="#8d9299"/><rect y="330" width="800" height="9" fill="#747a82"/>
    <rect x="${120 + shift}" y="150" width="190" height="180" fill="#c9b9a3"/><rect x="${380 + shift}" y="190" width="270" height="140" fill="#b3a994"/>
    <g transform="${close ? 'translate(-560 -360) scale(2.1)' : ''} ${mirrored}">
      <ellipse cx="400" cy="470" rx="310" ry="22" fill="#3c4046" opacity=".55"/>
      <path d="M110 420c-4-60 20-82 92-92l92-78c18-15 40-22 64-22h128c28 0 48 9 64 28l62 74c62 8 92 24 94 66v32c0 14-8 22-22 22H134c-16 0-23-12-24-30z" fill="${paint}"/>
      <path d="M110 420c-4-60 20-82 92-92l92-78c18-15 40-22 64-22h128c28 0 48 9 64 28l62 74c62 8 92 24 94 66v32c0 14-8 22-22 22H134c-16 0-23-12-24-30z" fill="url(#paint)"/>
      <path d="M300 262c12-10 28-16 46-16h50v78H226zM416 246h66c20 0 36 7 47 20l46 58H416z" fill="#27313c"/>
      <circle cx="236" cy="446" r="50" fill="#17191c"/><circle cx="236" cy="446" r="25" fill="#aeb4bb"/><circle cx="588" cy="446" r="50" fill="#17191c"/><circle cx="588" cy="446" r="25" fill="#aeb4bb"/>
      <path d="M470 372l34-14 22 20-30 24-34-8z" fill="#f1ede4" opacity=".8"/><path d="M452 352l40 26m-14-34l36 44" stroke="#fff" stroke-width="3" opacity=".75"/>
    </g></svg>`;
}
