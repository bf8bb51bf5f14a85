import { type Permission, PERMISSIONS } from '@ringfence/domain';

/** The permissions that a policy's comment names, the one that counts for all rows first. */
export function permissionsNamed(comment: string): Permission[] {
  const words: string[] = comment.match(/\b[a-zA-Z]+\.[a-zA-Z]+\b/g) ?? [];
  return words.filter(isPermission);
}

function isPermission(word: string): word is Permission {
  return Object.hasOwn(PERMISSIONS, word);
}
