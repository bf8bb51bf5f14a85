import { build } from 'vite';

export interface BrowserBundle {
  readonly code: string;
  /** The packages that something of stands in the code. */
  readonly packages: readonly string[];
}

/** What a page that imports a package would load, all of it. */
export async function bundleForBrowser(folder: string, entry: string): Promise<BrowserBundle> {
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['es'] }, rollupOptions: { external: [] } },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('nothing was bundled');
  const chunks = output.output.filter((file) => file.type === 'chunk');
  const modules = chunks.flatMap((chunk) => Object.keys(chunk.modules));
  const names = modules.map((id) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(id)?.[1] ?? id.replace(folder, '.'));
  return { code: chunks.map((chunk) => chunk.code).join('\n'), packages: [...new Set(names)].toSorted() };
}
