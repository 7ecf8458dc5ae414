/** Runs inside a sandboxed process: hands each request to `work` and its answer back. `work` does not throw. */
export function answerRequests<Request, Answer>(work: (request: Request) => Promise<Answer>): void {
  process.on('message', (request: Request | 'warmUp') => {
    if (request === 'warmUp') process.send?.('ready');
    else void work(request).then((answer) => process.send?.(answer as object));
  });
  // A signal to the whole process group (Ctrl-C) is the parent's to act on: dying here would look like the file's fault.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => {});
  process.on('disconnect', () => process.exit());
}
