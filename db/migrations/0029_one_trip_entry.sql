grant execute on function tenancy.enter_tenant(text, boolean, text[]) to ringfence_app, ringfence_worker, ringfence_service;
