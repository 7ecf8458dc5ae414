-- What the overview counts: when the customer first heard from the workshop, and what became of links.

alter table damage_reports add column first_answered_at timestamptz;
create index report_links_by_sending on report_links (tenant_id, sent_at) where sent_at is not null;
