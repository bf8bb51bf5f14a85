/** A tenant client was used after its transaction: a forgotten await, or work that outlived its request. */
export class TenantClientEnded extends Error {
  constructor(why: string) {
    super(`This tenant client can't be used any more: ${why}.`);
    this.name = 'TenantClientEnded';
  }
}
