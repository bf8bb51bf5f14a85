import { type Permission, PERMISSIONS } from '@ringfence/domain';

/** The permissions that a policy's comment names, the one that counts for all rows first. */
export function permissionsNamed(comment: string): Permission[] {
  return (comment.match(/\b[a-zA-Z]+\.[a-zA-Z]+\b/g) ?? []).filter(isPermission);
}

function isPermission(word: string): word is Permission {
  return Object.hasOwn(PERMISSIONS, word);
}
