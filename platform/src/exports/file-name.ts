import type { ReportDetail } from '@meldewerk/contract/report';

/** `SM-2026-000123_KA-PA-777_Akte.pdf`: nothing a customer typed can leave its place in it. */
export function exportFileName({ reference, vehicle }: Pick<ReportDetail, 'reference' | 'vehicle'>, what: string, extension: string): string {
  const plate = vehicle.licensePlate.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 30);
  return `${[reference, plate, what].filter(Boolean).join('_')}.${extension}`;
}
