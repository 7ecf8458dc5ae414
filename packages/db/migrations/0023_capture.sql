-- Single damages of a vehicle with their photos, what the device found wrong with a photo that was used anyway, and whether
-- the vehicle may be driven on.
alter table damage_reports add column damages jsonb not null default '[]', add column safety jsonb;
alter table photos add column spot_id uuid, add column findings text[] not null default '{}';
