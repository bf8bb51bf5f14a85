export { createProviderLists, type ProviderListsOptions } from './create-provider-lists.ts';
