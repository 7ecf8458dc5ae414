const previewWidth = 360;

/** A small picture to recognise the photo by; null where this browser cannot decode it (HEIC in Chromium). */
export async function makePreview(file: Blob): Promise<Blob | null> {
  try {
    const bitmap = await createImageBitmap(file, { resizeWidth: previewWidth, resizeQuality: 'medium' });
    const canvas = document.createElement('canvas');
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    bitmap.close();
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.72));
  } catch {
    return null;
  }
}
