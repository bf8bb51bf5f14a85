import type { Permission } from '@ringfence/domain';
import { appRouter } from '@ringfence/platform/router';
import { z } from 'zod';
import type { ProcedureKind } from './procedure-kind.ts';
import type { InputSchema } from './input-schema.ts';

export interface ListedProcedure {
  readonly path: string;
  readonly kind: ProcedureKind;
  /** What a role must hold; null where no organisation is entered. */
  readonly permission: Permission | null;
  /** What goes in, as JSON Schema; null where nothing does. */
  readonly input: InputSchema | null;
}

interface Definition {
  readonly type: ProcedureKind;
  readonly inputs: readonly z.ZodType[];
  readonly meta?: { readonly permission?: Permission };
}

/** Every procedure of the router, found when a test runs: a new one is covered unasked. */
export const PROCEDURES: readonly ListedProcedure[] = Object.entries(appRouter._def.procedures).map(([path, procedure]) => {
  const { type, inputs, meta } = definitionOf(procedure);
  const [input] = inputs;
  return {
    path,
    kind: type,
    permission: meta?.permission ?? null,
    input: input ? (z.toJSONSchema(input, { io: 'input' }) as InputSchema) : null,
  };
});

/** Safe: tRPC keeps the parsers that it was given, and ours are all zod's. */
function definitionOf(procedure: unknown): Definition {
  return (procedure as { _def: Definition })._def;
}
