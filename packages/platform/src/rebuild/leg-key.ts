/** A leg by the name it has on its connection: two providers may use one. */
export function legKey(connectionId: string, reference: string): string {
  return `${connectionId} ${reference}`;
}
