/** RFC 6266: a plain name for old clients, the true one for all others. */
export function attachment(fileName: string): string {
  const plain = fileName.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9._-]/g, '-');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName.toWellFormed())}`;
}
