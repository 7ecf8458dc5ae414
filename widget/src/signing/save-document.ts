/** Hands a file to the browser: phones open it, computers put it among the downloads. */
export function saveFile(content: BlobPart, mediaType: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // Safari reads the file only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A title as the name of a file, without what file systems refuse. */
export function fileNameOf(title: string, ending: string): string {
  return `${title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 80) || 'Formular'}.${ending}`;
}
