import { request } from '@meldewerk/shell/request';

/** Fetches a file and has the browser keep it: what goes wrong is said on the page instead of replacing it. */
export async function download(url: string, fileName: string) {
  const blob = await (await request('GET', url)).blob();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // Safari reads it only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
