import type { CatalogueContent } from '@meldewerk/contract/catalogue';
import { collision } from './default-vehicle/collision.ts';
import { fire } from './default-vehicle/fire.ts';
import { glass } from './default-vehicle/glass.ts';
import { inAllLanguages } from './default-vehicle/in-all-languages.ts';
import { leaseReturn } from './default-vehicle/lease-return.ts';
import { marten } from './default-vehicle/marten.ts';
import { other } from './default-vehicle/other.ts';
import { parking } from './default-vehicle/parking.ts';
import { singleVehicle } from './default-vehicle/single-vehicle.ts';
import { theft } from './default-vehicle/theft.ts';
import { vandalism } from './default-vehicle/vandalism.ts';
import { weather } from './default-vehicle/weather.ts';
import { wildlife } from './default-vehicle/wildlife.ts';

/** What a new workshop starts with. Server only: the widget gets its tenant's published version over the wire. */
export const defaultVehicleCatalogue: CatalogueContent = inAllLanguages({
  kind: 'vehicle',
  categories: [collision, singleVehicle, parking, glass, weather, wildlife, vandalism, marten, theft, fire, leaseReturn, other],
});
