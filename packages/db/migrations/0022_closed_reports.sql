-- Reports that ended before there was a word for when: they have left the open list, too.
alter table damage_reports no force row level security;
update damage_reports set closed_at = status_since where closed_at is null and status in ('completed', 'cancelled');
alter table damage_reports force row level security;
