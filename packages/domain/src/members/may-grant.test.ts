import { expect, test } from 'vitest';
import { mayGrant } from './may-grant.ts';
import { ROLES } from './role.ts';

test('everybody may give their own role and those below, and none above', () => {
  const granted = ROLES.map((own) => ROLES.filter((other) => mayGrant(own, other)));
  expect(granted).toEqual([[...ROLES], ['admin', 'agent', 'viewer'], ['agent', 'viewer'], ['viewer']]);
});
