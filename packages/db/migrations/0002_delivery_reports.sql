-- Whether a message arrived, which the vendor tells after it took it (`state` ends at `sent`).
alter table deliveries
  add column arrival text check (arrival in ('delivered', 'undelivered', 'bounced', 'complained')),
  add column arrival_at timestamptz,
  add column arrival_code text,
  add constraint deliveries_arrival_at check ((arrival is null) = (arrival_at is null));

-- What vendors said of a delivery, each event once. No address, number or text: the delivery has those.
create table vendor_events (
  tenant_id uuid not null,
  vendor text not null check (vendor in ('twilio', 'resend')),
  event_id text not null check (length(event_id) between 1 and 255),
  delivery_id uuid not null,
  type text not null check (length(type) between 1 and 100),
  message_id text not null check (length(message_id) between 1 and 255),
  received_at timestamptz not null,
  primary key (tenant_id, vendor, event_id),
  foreign key (tenant_id, delivery_id) references deliveries (tenant_id, id)
);
create index vendor_events_by_delivery on vendor_events (tenant_id, delivery_id, received_at);
alter table vendor_events enable row level security;
alter table vendor_events force row level security;
create policy vendor_events_of_tenant on vendor_events using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
grant select, insert on vendor_events to meldewerk_app;
