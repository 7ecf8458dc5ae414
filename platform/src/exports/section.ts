import type { ReportStatement } from '@meldewerk/contract/accident-statement';
import type { VehicleType } from '@meldewerk/contract/damage-parts';
import type { DamageSpot } from '@meldewerk/contract/damage-spot';
import type { LocalizedText } from '@meldewerk/contract/language';
import type { Message } from '@meldewerk/contract/message';
import type { Photo } from '@meldewerk/contract/photo';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { Workflow } from '@meldewerk/contract/workflow';

/** What a cell can hold: kept as what it is, so that a table can calculate with it. Nothing is null. */
export type Value = string | number | boolean | LocalizedText | { day: string } | { instant: string } | { cents: number } | null | undefined;

export type Fact = [label: LocalizedText, value: Value];
/** `share` is a column's part of a page's width; `small` is for what is looked up and not read. */
export type Column = { label: LocalizedText; share: number; small?: true };

export type Part =
  | { kind: 'facts'; facts: Fact[] }
  | { kind: 'subheading'; text: LocalizedText | string }
  | { kind: 'text'; text: LocalizedText | string }
  | { kind: 'note'; text: LocalizedText | string }
  | { kind: 'table'; columns: Column[]; rows: Value[][] }
  /** The vehicle with its damages, where there is paper to draw on. */
  | { kind: 'vehicle'; type: VehicleType; damages: DamageSpot[] }
  | { kind: 'photos'; photos: { photo: SectionPhoto; title: LocalizedText }[] };

/** A photo of the customer's or of the workshop's own; both are kept apart. The camera's wall time has no zone and is text. */
export type SectionPhoto = Pick<Photo, 'id' | 'state' | 'uploadedAt' | 'byteSize' | 'width' | 'height' | 'originalName' | 'sha256'> & Partial<Pick<Photo, 'findings' | 'redaction'>> & { taker: 'customer' | 'workshop'; takenAt: Value; takenBy: string | null };

/** A part of a report as it leaves the house, on paper and as a sheet. */
export type Section = { title: LocalizedText; parts: Part[] };

/** All that sections are written from. */
export type GatheredReport = { report: ReportDetail; messages: Message[]; accidentStatement: ReportStatement | null; withNotes: boolean; workflow: Workflow };

/** Null when there is nothing to say. */
export type WriteSection = (gathered: GatheredReport) => Section | null;
