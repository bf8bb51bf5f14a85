import { hash } from 'node:crypto';

/** The name under which a statement is prepared: the same text has the same one in every process, and no list is kept. */
export function statementName(text: string): string {
  return `t_${hash('sha256', text, 'base64url').slice(0, 24)}`;
}
