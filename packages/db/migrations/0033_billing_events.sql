-- What the state of an account is made of beside the copies of 0031.

-- When a debit failed or came back, which may be weeks after it was begun: the days of grace count from here.
alter table billing_transactions add column failed_at timestamptz;
-- A copy like the others: never back to an older version. Which payment source is charged stands at the customer alone.
alter table billing_accounts add column customer_version bigint not null default 0;
alter table billing_accounts add column primary_payment_source_id text;
