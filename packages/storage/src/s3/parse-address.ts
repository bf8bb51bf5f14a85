import { InvalidInput } from '@ringfence/domain';

/** Where objects lie: a bucket, and what stands before their keys, empty or with a slash at its end. */
export interface S3Address {
  readonly bucket: string;
  readonly prefix: string;
  /** Null for the provider that the client knows by itself. */
  readonly endpoint: string | null;
  readonly region: string;
}

const EXPECTED = 's3://<bucket>/<prefix>?endpoint=<address>&region=<region>';
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const PREFIX = /^(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*\/)*$/;
const REGION = /^[a-z0-9-]{1,40}$/;

/** Servers that aren't Amazon's take any region; this is the one they are used to. */
const USUAL_REGION = 'us-east-1';

/** Reads an `s3://` address; who signs in is the environment's affair. @throws InvalidInput naming the variable. */
export function parseAddress(storageUrl: string): S3Address {
  const url = URL.parse(storageUrl);
  if (!url || url.hash !== '' || url.port !== '' || storageUrl.includes('..')) throw refusal(`must be ${EXPECTED}`);
  if (url.username !== '' || url.password !== '') throw refusal('must hold no credentials; they come by AWS_ACCESS_KEY_ID and its like');
  const prefix = url.pathname.replace(/^\/+|\/+$/g, '');
  const withSlash = prefix === '' ? '' : `${prefix}/`;
  if (!BUCKET.test(url.hostname) || !PREFIX.test(withSlash)) throw refusal(`must name a bucket, as in ${EXPECTED}`);
  return { bucket: url.hostname, prefix: withSlash, ...readServer(url.searchParams) };
}

function readServer(parameters: URLSearchParams): Pick<S3Address, 'endpoint' | 'region'> {
  const names = [...parameters.keys()];
  if (new Set(names).size < names.length || names.some((name) => name !== 'endpoint' && name !== 'region')) {
    throw refusal(`knows endpoint and region alone, once each: ${EXPECTED}`);
  }
  const endpoint = parameters.get('endpoint');
  const region = parameters.get('region') ?? (endpoint === null ? null : USUAL_REGION);
  if (region === null || !REGION.test(region)) throw refusal(`must name a region, as in ${EXPECTED}`);
  return { endpoint: endpoint === null ? null : readEndpoint(endpoint), region };
}

function readEndpoint(endpoint: string): string {
  const url = URL.parse(endpoint);
  const isAddress = url && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.search === '' && url.hash === '';
  if (!isAddress) throw refusal('must have an endpoint such as https://s3.example.com');
  return url.href;
}

function refusal(expected: string): InvalidInput {
  return new InvalidInput('STORAGE_URL', expected);
}
