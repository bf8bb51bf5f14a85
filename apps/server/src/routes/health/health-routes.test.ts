import { jobOutcomes, workerHeartbeats } from '@ringfence/db/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runServer, type RunningServer, type TestMember } from '../../running-server.fixture.ts';

let running: RunningServer;
let acme: TestMember;

beforeAll(async () => {
  running = await runServer();
  acme = await running.createOrganization('Acme Telephone Ltd');
});
afterAll(() => running.close());

async function readyz(): Promise<[number, unknown]> {
  const response = await fetch(`${running.url}/readyz`);
  return [response.status, await response.json()];
}

test('it is ready once a worker lives, and names the worker until then', async () => {
  expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
  expect(await readyz()).toEqual([503, { status: 'not-ready', failing: ['worker'], degraded: [] }]);
  await running.tenancies.worker.inTenant({ orgId: acme.orgId, actor: { kind: 'job', id: 'test' } }, (db) =>
    db.insert(workerHeartbeats).values({ poolId: 'test' }),
  );
  expect(await readyz()).toEqual([200, { status: 'ready', degraded: [] }]);
});

test('ATK-107: metrics name routes and reasons, no organisation', async () => {
  await running.tenancies.worker.inTenant({ orgId: acme.orgId, actor: { kind: 'job', id: 'test' } }, (db) =>
    db.insert(jobOutcomes).values({ job: 'store-recording', outcome: 'crossing', reason: 'missing', count: 2 }),
  );
  await fetch(`${running.url}/trpc/calls.list`, { headers: { authorization: `Bearer ${acme.token}` } });
  const text = await (await fetch(`${running.url}/metrics`)).text();
  expect(text).toMatch(/ringfence_http_request_seconds_count\{method="GET",route="\/trpc\/:path",status="2xx"\} 1/);
  expect(text).toMatch(/ringfence_queue_jobs\{state="quarantined"\} 0/);
  expect(text).toMatch(/ringfence_jobs_total\{job="store-recording",outcome="crossing",reason="missing"\} 2/);
  expect(text).not.toContain(acme.orgId);
  expect(text).not.toContain('Acme');
});
