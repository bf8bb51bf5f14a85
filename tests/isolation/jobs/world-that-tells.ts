import type { JobsOutside } from '@ringfence/platform/outside';

/** A world outside of the database that does nothing, and tells whether a job turned to it. */
export interface WorldThatTells {
  readonly outside: JobsOutside;
  readonly asked: string[];
}

export function worldThatTells(): WorldThatTells {
  const asked: string[] = [];
  return { outside: asOutside(telling(asked, 'outside')), asked };
}

/** Stands for anything: what is read of it tells in turn, and a call notes its name and fails. */
function telling(asked: string[], name: string): unknown {
  const nothing = () => {
    asked.push(name);
    throw new Error('nobody is there');
  };
  return new Proxy(nothing, { get: (_, property) => telling(asked, `${name}.${String(property)}`) });
}

/** Safe: it answers to every name. */
function asOutside(world: unknown): JobsOutside {
  return world as JobsOutside;
}
