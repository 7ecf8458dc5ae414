import type { VehicleDrawing } from './drawing.ts';

const loadCar = async () => (await import('./car.ts')).car;

const files: Record<string, () => Promise<VehicleDrawing>> = {
  car: loadCar,
  estate: async () => (await import('./estate.ts')).estate,
  van: async () => (await import('./van.ts')).van,
  motorcycle: async () => (await import('./motorcycle.ts')).motorcycle,
  trailer: async () => (await import('./trailer.ts')).trailer,
};

/** The drawing of a type of vehicle, and no other; that of a car where there is none. */
export function loadDrawing(type: string): Promise<VehicleDrawing> {
  return (files[type] ?? loadCar)();
}
