/** Where the kernel's own SQL lies, to be applied before the application's. */
export const TENANCY_MIGRATIONS = new URL('../sql/', import.meta.url);
