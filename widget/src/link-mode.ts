/** Loaded on the page of an individual link only. */
export { LinkController } from './link/link-controller.ts';
export { linkStyles } from './link/link-note.ts';
