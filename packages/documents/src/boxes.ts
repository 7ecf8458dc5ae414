import type { PDFPage } from '@libpdf/core';
import type { Place } from './documents.ts';

/** A rectangle in points; `y` is its lower edge, counted from the page's. */
export type Box = { x: number; y: number; width: number; height: number };

/** Where a place is on its page. Pages of cleaned and composed PDFs are not rotated and begin at 0, 0. */
export function boxOf(page: PDFPage, place: Place): Box {
  const width = place.width * page.width;
  const height = place.height * page.height;
  return { x: place.x * page.width, y: page.height - place.y * page.height - height, width, height };
}

/** The way back: a box as shares of its page, counted from the top; `number` is the page's, from 1. */
export function placeOf(page: PDFPage, number: number, box: Box): Place {
  return {
    page: number,
    x: box.x / page.width,
    y: (page.height - box.y - box.height) / page.height,
    width: box.width / page.width,
    height: box.height / page.height,
  };
}
