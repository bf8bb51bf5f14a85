import { ConfigurationFailure } from '../configuration/configuration-failure.ts';
import type { DataFolderHolder } from './data-folder-holder.ts';

/** Another process works on this data folder. */
export class DataFolderInUse extends ConfigurationFailure {
  readonly holder: DataFolderHolder;

  constructor(dataDir: string, holder: DataFolderHolder) {
    super(
      `The data folder ${dataDir} is in use by process ${holder.processId} (${holder.isServing ? 'a running Ringfence' : 'a ringfence command'}). Stop it, or set RINGFENCE_DATA_DIR.`,
    );
    this.name = 'DataFolderInUse';
    this.holder = holder;
  }
}
