import { Session, type Profiler } from 'node:inspector/promises';

const SAMPLE_EVERY_US = 250;

/** The layers a request passes, by where their code lies. The first that fits counts. */
const LAYERS: readonly (readonly [layer: string, place: RegExp])[] = [
  ['kernel', /\/packages\/tenancy\//],
  ['Drizzle', /\/drizzle-orm\//],
  ['pg', /\/pg(-protocol|-types|-pool|-connection-string)?\//],
  ['crypto', /^node:(internal\/)?crypto/],
  ['sockets and streams', /^node:(net|internal\/(streams?|js_stream|tls|net|stream_base)|stream|_stream)/],
  ['Node, otherwise', /^node:/],
  ['the bench itself', /\/bench\//],
];

export interface LayerTime {
  readonly name: string;
  /** Of all the time in which this process did something. */
  readonly share: number;
}

export interface TimeByLayer {
  readonly layers: readonly LayerTime[];
  readonly functions: readonly LayerTime[];
}

/** Profiles a piece of work: the self time of each layer, built-in functions counted for whoever called them. */
export async function timeByLayer(work: () => Promise<unknown>): Promise<TimeByLayer> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_EVERY_US });
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return sharesOf(profile);
}

function sharesOf({ nodes }: Profiler.Profile): TimeByLayer {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const layers = new Map<string, number>();
  const functions = new Map<string, number>();
  let total = 0;
  for (const node of nodes) {
    const hits = node.callFrame.functionName === '(idle)' ? 0 : (node.hitCount ?? 0);
    if (hits === 0) continue;
    total += hits;
    add(layers, layerOf(node), hits);
    add(functions, `${node.callFrame.functionName || '(anonymous)'} ${shortPlace(node.callFrame.url)}`.trim(), hits);
  }
  const shares = (counts: Map<string, number>) =>
    [...counts].map(([name, hits]) => ({ name, share: hits / total })).toSorted((a, b) => b.share - a.share);
  return { layers: shares(layers), functions: shares(functions).slice(0, 25) };

  function layerOf(node: Profiler.ProfileNode): string {
    const { url, functionName } = node.callFrame;
    if (functionName === '(garbage collector)') return 'garbage collection';
    if (functionName === '(program)' || functionName === '(root)') return 'native, outside of JavaScript';
    const parent = byId.get(parents.get(node.id) ?? -1);
    if (url === '' && parent) return layerOf(parent);
    return LAYERS.find(([, place]) => place.test(url))?.[0] ?? 'other packages';
  }
}

function add(counts: Map<string, number>, name: string, hits: number): void {
  counts.set(name, (counts.get(name) ?? 0) + hits);
}

function shortPlace(url: string): string {
  return url.split('/').slice(-2).join('/');
}
