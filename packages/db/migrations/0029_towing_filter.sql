-- Who has to be towed: the safety check forbids driving, or the customer says that the vehicle cannot be driven.
create index damage_reports_to_tow on damage_reports (tenant_id, listed_at desc, id desc) where (safety ->> 'advice') = 'tow' or (answers -> 'drivable') = 'false'::jsonb;
