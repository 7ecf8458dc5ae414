import { str } from '@lit/localize';

/** English, by the ids of the German texts. */
export const templates = {
  'dialog.cancel': 'Cancel',
  'dialog.close': 'Close',
  'error.number': str`Error number: ${0}`,
  'error.offline': 'This device is not connected to the internet right now. It goes on here as soon as the connection is back.',
  'error.unreachable': 'The server cannot be reached right now. Please try again in a moment.',
  'unsaved.leave': 'Leave without saving',
  'unsaved.title': 'Leave without saving?',
};
