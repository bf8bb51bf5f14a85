export { createCall, type NewCall, type TestCall } from './calls/create-call.ts';
export { fetchCallsAs, type FetchedCall } from './calls/fetch-calls-as.ts';
export { createTestOrg, type TestOrg } from './organizations/create-test-org.ts';
export { createTestUser, type TestUser } from './users/create-test-user.ts';
