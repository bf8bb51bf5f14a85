import type { CreateArticle } from '@ringfence/domain/knowledge';
import { readdirSync, readFileSync } from 'node:fs';

/** Reads a folder of Markdown files as articles; the first heading is the title, and isn't repeated in the body. */
export function readArticles(folder: URL): CreateArticle[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .toSorted();
  return names.map((name) => {
    const [heading = '', ...body] = readFileSync(new URL(name, folder), 'utf8').split('\n');
    return { title: heading.replace(/^# /, ''), body: body.join('\n').trim() };
  });
}
