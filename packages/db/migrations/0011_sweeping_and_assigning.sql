-- Filled forms nobody signed and uploads no form was made of can be swept; what is signed or used cannot, whatever asks for it.
create policy form_documents_unsigned on form_documents as restrictive for delete
  using (not exists (select from form_signatures s where s.tenant_id = form_documents.tenant_id and s.document_id = form_documents.id));
create policy form_uploads_unused on form_uploads as restrictive for delete
  using (not exists (select from form_versions v where v.tenant_id = form_uploads.tenant_id and v.content ->> 'documentId' = form_uploads.id::text));
grant delete on form_documents, form_uploads to meldewerk_app;

-- A declaration that fitted no report is put on one by a person, once.
create policy withdrawal_declarations_assigned_once on withdrawal_declarations as restrictive for update
  using (report_id is null) with check (true);
grant update (report_id) on withdrawal_declarations to meldewerk_app;
