import { ProblemError, readProblem, UnreachableError } from '../api.ts';

type Upload = { address: string; headers: Record<string, string>; file: Blob; progress: (share: number) => void; signal: AbortSignal };

/** Sends a file as it is and tells how much of it has left, which `fetch` does not. The answer is JSON. */
export function uploadWatched<T>({ address, headers, file, progress, signal }: Upload): Promise<T> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', address);
    for (const [name, value] of Object.entries(headers)) sending.setRequestHeader(name, value);
    sending.upload.addEventListener('progress', (event) => event.lengthComputable && progress(event.loaded / event.total));
    sending.addEventListener('load', () => {
      if (sending.status < 300) return resolve(JSON.parse(sending.responseText) as T);
      const problem = readProblem(sending.responseText);
      reject(problem ? new ProblemError(problem) : new UnreachableError(`status ${sending.status}`));
    });
    sending.addEventListener('error', () => reject(new UnreachableError('no answer')));
    sending.addEventListener('abort', () => reject(new UnreachableError('stopped')));
    signal.addEventListener('abort', () => sending.abort());
    sending.send(file);
  });
}
