import { withCaptureTime } from './capture-time.ts';

/** A picture of our own camera as a file that says when it was taken: in its name, and inside. */
export async function pictureFile(picture: Blob, takenAt: Date): Promise<File> {
  const [year, ...rest] = [takenAt.getFullYear(), takenAt.getMonth() + 1, takenAt.getDate(), takenAt.getHours(), takenAt.getMinutes(), takenAt.getSeconds()];
  const [month, day, hour, minute, second] = rest.map((part) => String(part).padStart(2, '0'));
  const dated = await withCaptureTime(picture, takenAt);
  return new File([dated], `foto-${year}-${month}-${day}-${hour}${minute}${second}.jpg`, { type: dated.type });
}
