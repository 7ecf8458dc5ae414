import type { BrowserContext } from 'playwright-core';

/**
 * Everything the browsers of this context complain about from now on: errors of scripts, console errors, what a
 * Content-Security-Policy refused, files that did not load.
 */
export function noteComplaints(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`.trim());
  });
  return complaints;
}

/** Asking whether somebody is signed in is answered 401 for who is not; browsers write that into the console by themselves. */
export function isSessionQuestion(complaint: string): boolean {
  return /status of 401 .*\/api\/staff\/sessions\/current$/.test(complaint.replaceAll('\n', ' '));
}
