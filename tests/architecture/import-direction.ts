import { importsOf, type Import } from './imports-of.ts';
import { packageOfImport, packageOfPath } from './place-of.ts';
import { isProof, type Rule, type SourceFile } from './source-file.ts';

/** A package, the door of one (`tenancy/worker`), or its types alone (`type storage`). */
type Allowed = readonly string[];

const PACKAGES: Readonly<Record<string, Allowed>> = {
  domain: [],
  tenancy: [],
  telemetry: [],
  telephony: ['domain'],
  storage: ['domain'],
  db: ['domain', 'tenancy'],
  identity: ['domain', 'tenancy', 'db', 'telemetry'],
  client: ['type platform'],
  dashboard: ['client', 'domain'],
  audit: [],
  'org-migration': [],
};

/** What a file of the platform may import depends on what kind of file its name says it is. The first that fits counts. */
const PLATFORM_KINDS: readonly { readonly kind: RegExp; readonly allowed: Allowed }[] = [
  { kind: /\.router\.ts$/, allowed: ['domain', 'identity', 'identity/trpc'] },
  { kind: /\.job\.ts$/, allowed: ['domain', 'tenancy/worker', 'telephony', 'telemetry', 'type storage'] },
  { kind: /\/src\/router\//, allowed: ['identity', 'identity/trpc'] },
  { kind: /\/src\/outside\//, allowed: ['domain', 'type identity', 'type storage', 'type telephony', 'type tenancy', 'type db'] },
  { kind: /\.ts$/, allowed: ['domain', 'tenancy', 'db'] },
];

const APPS = ['server', 'worker', 'cli', 'supervisor', 'dashboard'];

/** Imports between packages go one way, as these tables have it. */
export const importDirection: Rule = (files) =>
  files
    .filter((file) => !isProof(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((found) => !isAllowed(file, found))
        .map(({ target }) => `${file.path} imports ${target}`),
    );

function isAllowed(file: SourceFile, { target, isTypeOnly }: Import): boolean {
  const to = packageOfImport(target);
  const from = packageOfPath(file.path);
  if (to === null || from === null) return true;
  if (to === from) return false;
  const allowed = allowedFor(file, from);
  if (allowed === null) return !APPS.includes(to);
  const door = target.replace('@ringfence/', '');
  return allowed.includes(door) || allowed.includes(to) || (isTypeOnly && allowed.includes(`type ${to}`));
}

/** Null for apps: any package, no other app. */
function allowedFor({ path }: SourceFile, from: string): Allowed | null {
  if (from === 'platform') return PLATFORM_KINDS.find(({ kind }) => kind.test(path))?.allowed ?? [];
  return PACKAGES[from] ?? null;
}
