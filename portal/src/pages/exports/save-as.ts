/** Has the browser keep what is at `url` as a file. An empty name leaves it to the server. */
export function saveAs(url: string, fileName: string) {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
}
