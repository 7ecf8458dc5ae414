/** The two halves of a basic authorization header; undefined unless both are there. */
export function readCredentials(authorization: string | undefined): { name: string; secret: string } | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [name = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(/:(.*)/s);
  return name !== '' && secret !== '' ? { name, secret } : undefined;
}
