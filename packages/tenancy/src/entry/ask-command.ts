import type { Asked } from '../connections/statement.ts';

/** Asks a command of the transaction itself; `done` hears the tag that Postgres answered with. */
export function askCommand(text: string): { readonly asked: Asked; readonly done: Promise<string> } {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  // Whoever runs the unit hears of its failure from the unit.
  promise.catch(() => {});
  const statement = { name: `tenancy_${text.replaceAll(' ', '_')}`, text, values: [] };
  return { done: promise, asked: { statement, resolve: ({ command }) => resolve(command), reject } };
}
