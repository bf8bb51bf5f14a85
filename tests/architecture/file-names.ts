import type { Rule } from './source-file.ts';

const EMPTY_NAME = /(^|\/)(utils?|helpers?|common|shared|lib|misc|types)(\/|\.[a-z]+$)/;
const KEBAB = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
/** Names that others gave: a licence, a read-me. */
const GIVEN = /^(README|LICENSE|CHANGELOG)(\.md|\.txt)?$/;

/** Names are kebab-case and say what is inside. */
export const fileNames: Rule = (files) =>
  files.flatMap(({ path }) => {
    const parts = path.split('/');
    const isKebab = parts.every((part, index) => KEBAB.test(part) || (index === parts.length - 1 && GIVEN.test(part)));
    return [
      ...(EMPTY_NAME.test(path) ? [`${path} has a name that says nothing`] : []),
      ...(isKebab || isMigration(path) ? [] : [`${path} is not in kebab-case`]),
    ];
  });

function isMigration(path: string): boolean {
  return /^(db\/migrations|packages\/tenancy\/sql)\/\d{4}_[a-z_]+\.sql$/.test(path);
}
