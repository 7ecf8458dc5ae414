-- Which of the product's own catalogues a version is; null where a workshop wrote it itself. A workshop whose newest version
-- is one of ours gets the next one when the product's catalogue changes. Nobody could write one so far.
alter table catalogue_versions add column default_digest text;
alter table catalogue_versions no force row level security;
update catalogue_versions set default_digest = 'before 0024';
alter table catalogue_versions force row level security;

-- Every workshop offers all six languages of customers from now on; it can take any of them back.
update tenants
set settings = jsonb_set(settings, '{languages}', settings->'languages' || coalesce(
  (select jsonb_agg(added) from unnest(array['en', 'tr', 'pl', 'uk', 'ar']) as added where not settings->'languages' ? added),
  '[]'
));
