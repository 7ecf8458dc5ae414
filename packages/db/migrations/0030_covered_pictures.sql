-- Pictures in messages, and those the workshop took itself, are covered as the customer's photos are: plates and faces of strangers
-- are on them as well. A redaction and an opening name the picture by its id, which is unlike any other; that a picture and its
-- redaction belong together each of the three tables holds by itself.
alter table photo_redactions drop constraint photo_redactions_tenant_id_photo_id_fkey;
alter table original_openings drop constraint original_openings_tenant_id_photo_id_fkey;

alter table message_files add column redaction_id uuid;
alter table message_files add foreign key (tenant_id, id, redaction_id) references photo_redactions (tenant_id, photo_id, id) not valid;
alter table message_files validate constraint message_files_tenant_id_id_redaction_id_fkey;
grant update (redaction_id) on message_files to meldewerk_app;

alter table condition_photos add column redaction_id uuid;
alter table condition_photos add foreign key (tenant_id, id, redaction_id) references photo_redactions (tenant_id, photo_id, id) not valid;
alter table condition_photos validate constraint condition_photos_tenant_id_id_redaction_id_fkey;
grant update (redaction_id) on condition_photos to meldewerk_app;
