export type { DataFolderHolder } from './data-folder-holder.ts';
export { DataFolderInUse } from './data-folder-in-use.ts';
export { type DataFolderLock, lockDataFolder } from './lock-data-folder.ts';
export { prepareDataFolder } from './prepare-data-folder.ts';
export { readOrCreateSecrets, type Secrets } from './read-or-create-secrets.ts';
